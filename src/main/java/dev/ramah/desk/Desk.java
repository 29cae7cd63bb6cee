package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Joins;
import dev.ramah.conversation.Listens;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Told;
import dev.ramah.conversation.Turn;
import dev.ramah.conversation.View;
import dev.ramah.conversation.Viewing;
import dev.ramah.conversation.Viewings;
import dev.ramah.desk.Floor.Availability;
import dev.ramah.platform.Frame;
import dev.ramah.platform.Hints;
import dev.ramah.platform.Hints.Topic;
import dev.ramah.platform.HouseClock;
import dev.ramah.platform.OpenSocket;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.SessionsEnded;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happens at the desk when something happened in a conversation: the queue changes, somebody is offered
 * it, customers learn their place, colleagues see it. All of it on one thread of its own, in the order of the
 * log, so that nobody sees a conversation leave the queue before it came.
 */
@ApplicationScoped
class Desk implements Listens, Joins {

    /** The kinds of entries that change who waits for whom. */
    private static final Set<String> TURNING = Set.of(
            "escalated",
            "assigned",
            "transferred",
            "declined",
            "requeued",
            "resolved",
            "absorbed",
            "pended",
            "returned");

    /** The desk does what it has to do in much less, unless the database is away. */
    private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

    private final Chores chores = new Chores();
    private final Conversations conversations;
    private final Handovers handovers;
    private final Viewings viewings;
    private final Accounts accounts;
    private final Floor floor;
    private final Offers offers;
    private final Routing routing;
    private final Notices notices;
    private final Forecasts forecasts;
    private final Loads loads;
    private final Reliefs reliefs;
    private final DeskConfig config;
    private final Hints hints;
    private final HouseClock clock;

    /** Customers who came back and wait to learn their place. */
    private final Set<ConversationRef> joined = ConcurrentHashMap.newKeySet();

    Desk(
            Conversations conversations,
            Handovers handovers,
            Viewings viewings,
            Accounts accounts,
            Floor floor,
            Offers offers,
            Routing routing,
            Notices notices,
            Forecasts forecasts,
            Loads loads,
            Reliefs reliefs,
            DeskConfig config,
            Hints hints,
            HouseClock clock) {
        this.conversations = conversations;
        this.handovers = handovers;
        this.viewings = viewings;
        this.accounts = accounts;
        this.floor = floor;
        this.offers = offers;
        this.routing = routing;
        this.notices = notices;
        this.forecasts = forecasts;
        this.loads = loads;
        this.reliefs = reliefs;
        this.config = config;
        this.hints = hints;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        hints.on(Topic.DESK, changed -> chores.regularly("look", this::look));
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        chores.stop();
    }

    /** A member of staff sits down: they see the queue, and what they hold comes to them without asking. */
    void enter(Seat seat) {
        chores.later(() -> {
            if (seat.hasLeft()) {
                // Whoever gives up a slow line and comes back by another is not waited on twice.
                return;
            }
            floor.enter(seat);
            List<State> mine = handovers.heldBy(seat.agent());
            notices.welcome(seat, mine);
            // In the same chore: what is offered from now on they are told with the others.
            notices.offersTo(seat);
            // A chore of its own: what has to be done twice, because the database went away, welcomes nobody twice.
            chores.later(() -> {
                mine.forEach(each -> follow(seat, each.conversation(), each.last()));
                floorChanged();
            });
        });
    }

    void leave(Seat seat) {
        chores.later(() -> {
            floor.leave(seat);
            floorChanged();
        });
    }

    void choose(Seat seat, Availability availability, @Nullable Absence why) {
        chores.later(() -> choose(seat.agent(), availability, why));
    }

    /** Their shift is over: from when this is done nothing is offered to them. */
    CompletableFuture<Void> goHome(UUID agent) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        chores.later(() -> {
            choose(agent, Availability.OFFLINE, Absence.SHIFT_OVER);
            gone.complete(null);
        });
        return gone.orTimeout(GONE_WITHIN.toSeconds(), TimeUnit.SECONDS);
    }

    private void choose(UUID agent, Availability availability, @Nullable Absence why) {
        floor.choose(agent, availability, why);
        floorChanged();
    }

    private void floorChanged() {
        offers.passOfAllBut(floor.online());
        hints.send(Topic.DESK, "floor");
        notices.presence();
        queueChanged();
    }

    void decline(Seat seat, ConversationRef conversation) {
        chores.later(() -> {
            if (offers.isOffered(conversation, seat.agent())) {
                // First: whom a colleague had chosen is not asked again before anybody else, and nothing
                // has passed while the log can't be written.
                conversations
                        .decline(conversation, seat.agent(), seat.colleague.name())
                        .join();
                if (offers.decline(conversation, seat.agent())) {
                    queueChanged();
                }
            }
        });
    }

    @Override
    public void told(Told told) {
        boolean concernsUs = told.entries().stream().map(Entry::what).anyMatch(Desk::changesTheQueue);
        if (concernsUs) {
            chores.later(() -> hear(told));
        }
    }

    @Override
    public boolean cares(ConversationRef conversation, Set<String> kinds) {
        return !Collections.disjoint(kinds, TURNING);
    }

    private static boolean changesTheQueue(Happened what) {
        return TURNING.contains(what.kind());
    }

    private void hear(Told told) {
        ConversationRef conversation = told.state().conversation();
        for (Entry entry : told.entries()) {
            if (entry.what() instanceof Happened.Assigned) {
                gone(conversation, entry);
                UUID agent = Objects.requireNonNull(entry.by().id());
                if (reliefs.now().containsKey(agent)) {
                    reliefs.took(agent, loads.now().weightOf(conversation.id()));
                }
                floor.seatsOf(agent).forEach(each -> follow(each, conversation, entry.seq() - 1));
            } else if (entry.what() instanceof Happened.Resolved) {
                gone(conversation, entry);
                if (entry.by().id() != null) {
                    floor.busyUntil(entry.by().id(), entry.at());
                }
            }
        }
        told.entries().stream()
                .filter(each -> each.what() instanceof Happened.Resolved
                        || each.what() instanceof Happened.Transferred
                        || each.what() instanceof Happened.Requeued)
                .findFirst()
                .flatMap(each -> handovers.holderBefore(conversation, each.seq()))
                .ifPresent(reliefs::doneWithOne);
        // As it is now, not as it was: the next thing may have happened already.
        State now = conversations.find(conversation);
        floor.all().stream()
                .filter(each -> each.looksAt(conversation) && !each.mayRead(now))
                .forEach(each -> each.turnAway(conversation));
        if (now.turn() == Turn.QUEUE) {
            notices.waiting(now);
        }
        for (Entry entry : told.entries()) {
            if (entry.what() instanceof Happened.Declined declined) {
                notices.declined(now, declined, handovers.handedOnBy(conversation, entry.seq()));
            }
        }
        chores.regularly("changed", () -> {
            floor.look();
            notices.presence();
            queueChanged();
        });
        if (now.turn() == Turn.QUEUE) {
            // After the offers: whether somebody is free for them decides what they are told.
            chores.later(() -> forecasts.tell(now));
        }
    }

    /** Somebody is spared from now on, or no longer: at once, for what was offered to them may be heavy. */
    void reliefChanged() {
        chores.later(this::floorChanged);
    }

    private void gone(ConversationRef conversation, Entry entry) {
        offers.drop(conversation, entry.seq());
        notices.gone(conversation, entry.by());
    }

    private void follow(Seat seat, ConversationRef conversation, int after) {
        seat.follow(conversation, () -> viewings.open(
                        conversation, View.STAFF, after, Viewing.Screen.at(seat.socket), Notices::watching)
                .join());
    }

    /** Offers what waits and tells everyone at this node who waits where they stand. */
    private void queueChanged() {
        offers.passOf(reliefs.pausing());
        if (routing.offerWaiting()) {
            hints.send(Topic.DESK, "offers");
        }
        notices.offers();
        notices.places();
    }

    /** A customer came back while they wait: they learn their place at once. */
    @Override
    public void joined(State state) {
        if (state.turn() == Turn.QUEUE) {
            joined.add(state.conversation());
            // All who come in the same moment together: each place is found by looking at the whole queue.
            chores.regularly("joined", () -> {
                Set<ConversationRef> here = new HashSet<>(joined);
                joined.removeAll(here);
                notices.placesOf(here);
            });
        }
    }

    /** Somebody's sessions ended: their sockets close at once, and a deactivated colleague's customers wait for another. */
    void ended(@Observes SessionsEnded event) {
        chores.later(() -> {
            floor.seatsOf(event.account()).forEach(this::closeIfExpired);
            if (accounts.find(event.account()).filter(Colleague::active).isEmpty()) {
                putBack(event.account(), "AGENT_LEFT", true);
            }
        });
    }

    /** A session may end by itself as well, or on a node whose hint did not come through. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void letExpiredGo() {
        chores.regularly("expired", () -> {
            List<Seat> all = floor.all();
            Set<String> valid =
                    accounts.signedInAmong(all.stream().map(each -> each.token).toList());
            all.stream().filter(each -> !valid.contains(each.token)).forEach(Desk::letGo);
        });
    }

    private void closeIfExpired(Seat seat) {
        if (accounts.signedIn(seat.token).isEmpty()) {
            letGo(seat);
        }
    }

    private static void letGo(Seat seat) {
        seat.socket.send(Frame.of("expired"));
        seat.socket.close(OpenSocket.NOT_SIGNED_IN, "The session has ended.");
    }

    /** What other nodes did, and what time does, is looked for: a hint only makes it quick. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        chores.regularly("tick", () -> {
            look();
            Instant before = clock.now().minus(config.goneAfter());
            handovers.held().keySet().stream()
                    .filter(each -> floor.isGoneSince(each, before))
                    .forEach(each -> putBack(each, "AGENT_GONE", false));
        });
    }

    private void look() {
        boolean moved = floor.look();
        if (moved) {
            notices.presence();
        }
        boolean over = offers.expire();
        if (offers.passOfAllBut(floor.online()) || over || moved) {
            queueChanged();
        } else {
            notices.offers();
        }
    }

    /** Estimates change though the queue does not. */
    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellPlaces() {
        chores.regularly("places", this::queueChanged);
    }

    private void putBack(UUID agent, String reason, boolean all) {
        // What waits for somebody else until a moment waits for nobody here before it.
        handovers.heldBy(agent).stream()
                .filter(each -> all || each.pendingUntil() == null)
                .forEach(each -> {
                    var unused = conversations.requeue(each.conversation(), agent, reason);
                });
    }
}
