package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.desk.Glance;
import dev.ramah.platform.Database;
import dev.ramah.platform.Frame;
import dev.ramah.platform.OpenSocket;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Openings;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of now, for screens that many look at. As long as one is open at this node, it looks at the desk every
 * second and at the day every few, and tells what has changed.
 */
@ApplicationScoped
class Wall {

    private static final Logger LOG = Logger.getLogger(Wall.class);

    private final Glance glance;
    private final Reports reports;
    private final Openings openings;
    private final Accounts accounts;
    private final ObjectMapper json;
    private final Clock clock;

    private final Map<String, Screen> screens = new ConcurrentHashMap<>();

    /** What the day has brought, as of the last look at it. */
    private volatile @Nullable Today today;

    private volatile @Nullable Numbers told;

    Wall(Glance glance, Reports reports, Openings openings, Accounts accounts, ObjectMapper json, Clock clock) {
        this.glance = glance;
        this.reports = reports;
        this.openings = openings;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    /** A screen, and the session that it was opened with. */
    private record Screen(OpenSocket socket, String token) {}

    /** All that is shown; the day is missing while its figures are counted. */
    private record Numbers(Glance.Now now, @Nullable Today today) {}

    /** A screen is opened; it is told at once. */
    void enter(String id, OpenSocket socket, String token) {
        boolean first = screens.isEmpty();
        screens.put(id, new Screen(socket, token));
        if (first || today == null) {
            lookAtTheDay();
        }
        socket.send(frame(new Numbers(glance.now(), today)));
    }

    void leave(String id) {
        screens.remove(id);
    }

    boolean shows(String id) {
        return screens.containsKey(id);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        attempt(() -> {
            Numbers numbers = new Numbers(glance.now(), today);
            if (!numbers.equals(told)) {
                told = numbers;
                String frame = frame(numbers);
                screens.values().forEach(each -> each.socket.send(frame));
            }
        });
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        attempt(this::lookAtTheDay);
    }

    /** A session may end while its screen hangs there. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void letExpiredGo() {
        attempt(() -> {
            Set<String> valid = accounts.signedInAmong(
                    screens.values().stream().map(Screen::token).collect(Collectors.toSet()));
            screens.entrySet().removeIf(each -> {
                boolean over = !valid.contains(each.getValue().token);
                if (over) {
                    each.getValue().socket.send(Frame.of("expired"));
                    each.getValue().socket.close(OpenSocket.NOT_SIGNED_IN, "The session has ended.");
                }
                return over;
            });
        });
    }

    private void lookAtTheDay() {
        ZoneId zone = openings.now().house().zone();
        Instant now = clock.instant();
        Instant midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        try {
            today = reports.today(new Range(midnight, now.plusNanos(1), zone));
        } catch (Problem beingCounted) {
            LOG.debug("The day is shown when it has been counted");
        }
    }

    private void attempt(Runnable look) {
        if (screens.isEmpty()) {
            return;
        }
        try {
            look.run();
        } catch (RuntimeException fault) {
            if (!Database.isAway(fault)) {
                LOG.error("The wall could not be brought up to date; it is tried again", fault);
            }
        }
    }

    private String frame(Numbers numbers) {
        ObjectNode frame = Frame.of("wall");
        frame.setAll((ObjectNode) json.valueToTree(numbers.now));
        frame.set("today", json.valueToTree(numbers.today));
        return frame.toString();
    }
}
