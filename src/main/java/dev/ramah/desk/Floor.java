package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.Reception;
import dev.ramah.desk.Attendances.Present;
import dev.ramah.platform.Nodes;
import dev.ramah.staff.Openings;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who of staff is there, in the whole house: the status they chose, since when they are gone, and who sits at this node. */
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

    /** Who sits at this node. */
    private final Map<UUID, Set<Seat>> seats = new ConcurrentHashMap<>();

    /** Everyone, at whatever node, as of the last look. */
    private volatile Map<UUID, Present> house = Map.of();

    private final Attendances attendances;
    private final Nodes nodes;
    private final Handovers handovers;
    private final Openings openings;
    private final Clock clock;

    Floor(Attendances attendances, Nodes nodes, Handovers handovers, Openings openings, Clock clock) {
        this.attendances = attendances;
        this.nodes = nodes;
        this.handovers = handovers;
        this.openings = openings;
        this.clock = clock;
    }

    void enter(Seat seat) {
        seats.computeIfAbsent(seat.agent(), none -> ConcurrentHashMap.newKeySet())
                .add(seat);
        look();
    }

    void leave(Seat seat) {
        seats.computeIfPresent(seat.agent(), (id, all) -> {
            all.remove(seat);
            return all.isEmpty() ? null : all;
        });
        look();
    }

    void choose(UUID agent, Availability availability, @Nullable Absence why) {
        attendances.choose(agent, availability, availability == Availability.ONLINE ? null : why);
        look();
    }

    /** Someone finished something: now they are the one who was idle for the shortest time. */
    void busyUntil(UUID agent, Instant moment) {
        attendances.busyUntil(agent, moment);
    }

    /** Reads who is there at any node, and brings who sits at this one; says whether anybody's status is another now. */
    boolean look() {
        Map<UUID, String> before = statuses();
        house = attendances.with(Set.copyOf(seats.keySet())).stream()
                .collect(Collectors.toUnmodifiableMap(Present::agent, each -> each));
        return !before.equals(statuses());
    }

    private Map<UUID, String> statuses() {
        return house.keySet().stream().collect(Collectors.toMap(each -> each, each -> of(each) + " " + why(each)));
    }

    /** Why they are not online, as far as they said. */
    @Nullable Absence why(UUID agent) {
        Present present = house.get(agent);
        return present == null || of(agent) == Availability.ONLINE ? null : present.why();
    }

    Instant idleSince(UUID agent) {
        Present present = house.get(agent);
        return present == null ? Instant.EPOCH : present.idleSince();
    }

    Availability of(UUID agent) {
        Present present = house.get(agent);
        return present == null || !present.here() ? Availability.OFFLINE : present.chosen();
    }

    /**
     * Whether they have had no connection to any node since before this moment; nobody is gone before we looked
     * for them, be it that all of us were away.
     */
    boolean isGoneSince(UUID agent, Instant before) {
        Instant looked = nodes.since();
        Present present = house.get(agent);
        if (present == null) {
            return !looked.isAfter(before);
        }
        Instant gone = present.goneSince();
        return !present.here() && gone != null && !gone.isAfter(before) && !looked.isAfter(before);
    }

    /** How many have chosen this and are there, at whatever node. */
    long count(Availability availability) {
        return house.keySet().stream().filter(each -> of(each) == availability).count();
    }

    /** Those who are online, at whatever node. */
    Set<UUID> online() {
        return house.keySet().stream()
                .filter(each -> of(each) == Availability.ONLINE)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Their connections to this node. */
    Set<Seat> seatsOf(UUID agent) {
        return seats.getOrDefault(agent, Set.of());
    }

    /** All connections to this node. */
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
        return handovers.heldBy(account).size();
    }

    @Override
    public boolean isOnline() {
        return house.keySet().stream().anyMatch(each -> of(each) == Availability.ONLINE);
    }

    @Override
    public @Nullable Instant returns() {
        return returns(null);
    }

    /** When people of this team are back, or of the house; null if nobody knows, or somebody is there. */
    @Nullable Instant returns(@Nullable String team) {
        return isOnline() ? null : openings.of(team).opensAfter(clock.instant());
    }
}
