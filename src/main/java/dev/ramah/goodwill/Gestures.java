package dev.ramah.goodwill;

import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Changes;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door to what may be given. None is ever deleted, for gifts tell of it; it is only not given any more. */
@ApplicationScoped
public class Gestures {

    private static final String WHAT = "gestures";

    private static final int MOST = 50;

    private final Changes changes;
    private final Clock clock;

    Gestures(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** In the order they were made, by which people remember them. */
    @Transactional
    List<Gesture.View> all(boolean also) {
        return Gesture.<Gesture>listAll(Sort.by("id")).stream()
                .filter(each -> also || each.active)
                .map(Gesture::view)
                .toList();
    }

    /**
     * One more to give.
     *
     * @throws Problem INVALID where it makes no sense, CONFLICT where there are too many
     */
    @Transactional
    public Gesture.View add(AgentRef by, Gesture.Wish wish) {
        if (Gesture.count() >= MOST) {
            throw Problem.conflict("There are " + MOST + " gestures already. Change one that is not given any more.");
        }
        Gesture gesture = new Gesture();
        gesture.id = Ids.next(clock.instant());
        gesture.become(wish);
        gesture.persist();
        changes.record(by, WHAT, gesture.id.toString(), null, gesture.view());
        return gesture.view();
    }

    /**
     * Becomes what was wished.
     *
     * @throws Problem INVALID, NOT_FOUND, or CONFLICT if somebody changed it meanwhile
     */
    @Transactional
    Gesture.View change(AgentRef by, UUID id, Gesture.Wish wish) {
        @Nullable Gesture gesture = Gesture.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (gesture == null) {
            throw Problem.notFound("There is no such gesture.");
        }
        if (wish.version() == null || wish.version() != gesture.version) {
            throw Problem.conflict("Somebody has changed this meanwhile. Look at it again.");
        }
        Gesture.View before = gesture.view();
        gesture.become(wish);
        gesture.version++;
        changes.record(by, WHAT, gesture.id.toString(), before, gesture.view());
        return gesture.view();
    }
}
