package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Reception;
import dev.ramah.staff.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who of staff is there: their connections, the status they chose, and since when they are gone. */
@ApplicationScoped
class Floor implements Presence, Reception {

    /** What a member of staff says of themselves. Who has no connection is offline, whatever they chose. */
    enum Availability {
        ONLINE,
        AWAY,
        OFFLINE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<UUID, Set<Seat>> seats = new ConcurrentHashMap<>();
    private final Map<UUID, Availability> chosen = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> goneSince = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> idleSince = new ConcurrentHashMap<>();
    private final Conversations conversations;
    private final Hours hours;
    private final Clock clock;
    private final Instant started;

    Floor(Conversations conversations, DeskConfig config, Clock clock) {
        this.conversations = conversations;
        this.hours = Hours.parse(config.hours(), config.zone());
        this.clock = clock;
        this.started = clock.instant();
    }

    void enter(Seat seat) {
        seats.computeIfAbsent(seat.agent(), none -> ConcurrentHashMap.newKeySet())
                .add(seat);
        chosen.putIfAbsent(seat.agent(), Availability.ONLINE);
        idleSince.putIfAbsent(seat.agent(), clock.instant());
        goneSince.remove(seat.agent());
    }

    void leave(Seat seat) {
        seats.computeIfPresent(seat.agent(), (id, all) -> {
            all.remove(seat);
            return all.isEmpty() ? null : all;
        });
        if (seatsOf(seat.agent()).isEmpty()) {
            goneSince.put(seat.agent(), clock.instant());
        }
    }

    void choose(UUID agent, Availability availability) {
        chosen.put(agent, availability);
    }

    /** Someone finished something: now they are the one who was idle for the shortest time. */
    void busyUntilNow(UUID agent) {
        idleSince.put(agent, clock.instant());
    }

    Instant idleSince(UUID agent) {
        return idleSince.getOrDefault(agent, Instant.EPOCH);
    }

    Availability of(UUID agent) {
        return seatsOf(agent).isEmpty() ? Availability.OFFLINE : chosen.getOrDefault(agent, Availability.ONLINE);
    }

    /** Whether they have had no connection since before this moment; nobody is gone before we looked for them. */
    boolean isGoneSince(UUID agent, Instant before) {
        return seatsOf(agent).isEmpty()
                && !goneSince.getOrDefault(agent, started).isAfter(before);
    }

    Set<Seat> seatsOf(UUID agent) {
        return seats.getOrDefault(agent, Set.of());
    }

    List<Seat> all() {
        return seats.values().stream().flatMap(Set::stream).toList();
    }

    void tell(ObjectNode frame, Predicate<Seat> whom) {
        String text = frame.toString();
        all().stream().filter(whom).forEach(each -> each.socket.send(text));
    }

    @Override
    public String status(UUID account) {
        return of(account).wire();
    }

    @Override
    public int open(UUID account) {
        return conversations.heldBy(account).size();
    }

    @Override
    public boolean isOnline() {
        return seats.keySet().stream().anyMatch(each -> of(each) == Availability.ONLINE);
    }

    @Override
    public @Nullable Instant returns() {
        return isOnline() ? null : hours.opensAfter(clock.instant());
    }
}
