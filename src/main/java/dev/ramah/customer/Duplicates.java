package dev.ramah.customer;

import dev.ramah.platform.OneAtATime;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.staff.Changes;
import dev.ramah.staff.Colleague;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The door for customers who are there twice. Of two, one stays and has everything from then on; the other's row only
 * says who that is, so that whoever still knows them by it finds the one who stayed.
 */
@ApplicationScoped
public class Duplicates {

    private static final int MOST_FOUND = 20;

    /** So many digits at the end of a telephone number are the same with and without the country's code. */
    private static final int TELEPHONE = 9;

    private final List<Moves> rooms;
    private final Session entities;
    private final Changes changes;
    private final Clock clock;

    Duplicates(@All List<Moves> rooms, Session entities, Changes changes, Clock clock) {
        this.rooms = rooms;
        this.entities = entities;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Somebody who may be the same person.
     *
     * @param same what both have: email, telephone; empty for who was only searched for
     */
    public record Other(Guest guest, List<String> same) {}

    /** What merging would make of the two; {@code refusal} says why it can't be, null if it can. */
    public record Comparison(Guest kept, Guest merged, Union union, @Nullable String refusal) {}

    /** That somebody was merged into a customer, and who of staff did it; null for who proved to be them. */
    public record Merged(Instant at, @Nullable String by) {}

    /** Who has the same address or telephone number, the newest first. */
    @Transactional
    public List<Other> likely(UUID id) {
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select c.id, coalesce(lower(c.email) = lower(me.email), false),
                               telephones(c.attributes) && telephones(me.attributes)
                          from customer me
                          join customer c on c.id <> me.id and c.merged_into is null and c.forgotten_at is null
                                         and (lower(c.email) = lower(me.email)
                                              or telephones(c.attributes) && telephones(me.attributes))
                         where me.id = :id
                         order by c.since desc, c.id limit :most""",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("most", MOST_FOUND)
                .getResultList();
        return rows.stream()
                .map(row -> {
                    List<String> same = new ArrayList<>();
                    if ((Boolean) row[1]) {
                        same.add("email");
                    }
                    if ((Boolean) row[2]) {
                        same.add("telephone");
                    }
                    return new Other(Customer.there((UUID) row[0]).guest(), same);
                })
                .toList();
    }

    /** Others whose name, address, telephone number or id in the shop has these words, the newest first. */
    @Transactional
    public List<Other> search(UUID id, String words) {
        String line = Text.line(words);
        if (line == null) {
            return List.of();
        }
        Map<UUID, Customer> found = new LinkedHashMap<>();
        String digits = line.replaceAll("\\D", "");
        if (digits.length() >= TELEPHONE - 1) {
            entities.createNativeQuery(
                            """
                            select id from customer
                             where merged_into is null and forgotten_at is null
                               and telephones(attributes) @> array[right(:digits, 9)]
                             order by since desc, id limit :most""",
                            UUID.class)
                    .setParameter("digits", digits)
                    .setParameter("most", MOST_FOUND)
                    .getResultList()
                    .forEach(each -> found.put(each, Customer.there(each)));
        }
        Customer.search(line.toLowerCase(Locale.ROOT), MOST_FOUND).forEach(each -> found.putIfAbsent(each.id, each));
        found.remove(id);
        return found.values().stream()
                .limit(MOST_FOUND)
                .map(each -> new Other(each.guest(), List.of()))
                .toList();
    }

    /**
     * What would become of the two.
     *
     * @throws Problem NOT_FOUND, INVALID when both are the same one already
     */
    @Transactional
    public Comparison compare(UUID kept, UUID merged) {
        Guest stays = Customer.there(kept).guest();
        Guest goes = Customer.there(merged).guest();
        if (stays.id().equals(goes.id())) {
            throw same();
        }
        return new Comparison(
                stays,
                goes,
                Union.of(stays, goes),
                Union.areTwo(stays, goes) ? two(stays, goes).detail() : null);
    }

    /**
     * Makes one customer of the two; where they are one already nothing changes, whichever of them stayed.
     *
     * @return who stayed
     * @throws Problem NOT_FOUND also for one who was forgotten, CONFLICT when the shop vouches for both, INVALID when
     *     one and the same is meant twice
     */
    @Transactional
    public Guest merge(UUID kept, UUID merged, Colleague by) {
        if (kept.equals(merged)) {
            throw same();
        }
        alone();
        Customer stays = Customer.there(kept);
        Customer goes = Customer.there(merged);
        if (stays.id.equals(goes.id)) {
            return stays.guest();
        }
        if (Union.areTwo(stays.guest(), goes.guest())) {
            throw two(stays.guest(), goes.guest());
        }
        become(goes, stays, by);
        changes.record(by.ref(), "customer", stays.id.toString(), null, Map.of("merged", goes.id.toString()));
        return stays.guest();
    }

    /**
     * An anonymous visitor proved to be this customer.
     *
     * @return whether they are one now; not where the shop has vouched for the visitor as somebody else
     */
    @Transactional
    public boolean join(UUID visitor, UUID known) {
        alone();
        Customer visit = Customer.there(visitor);
        Customer stays = Customer.there(known);
        if (visit.id.equals(stays.id)) {
            return true;
        }
        if (visit.externalId != null) {
            return false;
        }
        become(visit, stays, null);
        return true;
    }

    /** Who was merged into this customer, the latest first. */
    @Transactional
    public List<Merged> history(UUID id) {
        return Customer.mergedInto(id).stream()
                .filter(each -> each.mergedAt != null)
                .map(each -> new Merged(each.mergedAt(), each.mergedByName))
                .toList();
    }

    /** One at a time: whoever merges must not find that one of the two has meanwhile become a third, or is forgotten. */
    private void alone() {
        OneAtATime.hold(entities, "customers");
    }

    private void become(Customer goes, Customer stays, @Nullable Colleague by) {
        // Whoever writes for one of them in this moment waits until it is known who it is for.
        entities.createNativeQuery(
                        "select id from customer where id in (:both) or merged_into = :goes order by id for update",
                        UUID.class)
                .setParameter("both", List.of(stays.id, goes.id))
                .setParameter("goes", goes.id)
                .getResultList();
        entities.refresh(stays);
        entities.refresh(goes);
        Guest before = goes.guest();
        goes.mergesInto(stays.id, clock.instant(), by);
        // The shop's id is one customer's only, so it leaves the one before it comes to the other.
        entities.flush();
        stays.absorb(before);
        entities.flush();
        entities.createMutationQuery("update Customer set mergedInto = :stays where mergedInto = :goes")
                .setParameter("stays", stays.id)
                .setParameter("goes", goes.id)
                .executeUpdate();
        entities.createMutationQuery("update CustomerEvent set customer = :stays where customer = :goes")
                .setParameter("stays", stays.id)
                .setParameter("goes", goes.id)
                .executeUpdate();
        Notes.join(goes.id, stays.id);
        Guest now = stays.guest();
        rooms.forEach(room -> room.move(goes.id, now));
    }

    private static Problem same() {
        return Problem.invalid("This is one and the same customer.");
    }

    private static Problem two(Guest kept, Guest merged) {
        return Problem.conflict("The shop vouches for both of them, as " + kept.externalId() + " and as "
                + merged.externalId() + ", so they are two customers. Ask the shop which of them it wants to give up.");
    }
}
