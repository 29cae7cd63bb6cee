package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.View;
import dev.ramah.conversation.Viewing;
import dev.ramah.conversation.Viewings;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Frame;
import dev.ramah.platform.OpenSocket;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place at the desk sees each conversation through one window, whoever opens it. */
@RamahTest
class SeatTest {

    @Inject
    Cast cast;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Inject
    Viewings viewings;

    private final List<String> shown = Collections.synchronizedList(new ArrayList<>());
    private ConversationRef talk;
    private Seat seat;

    @BeforeEach
    void bimaSitsDown() {
        UUID tom = customers.anonymous("Tom", null, "en", Map.of()).id();
        talk = conversations.open(tom, "Tom", "en", null, null).conversation();
        WebSocketConnection nowhere = (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketConnection.class}, (self, method, with) -> false);
        seat = new Seat(new OpenSocket(nowhere), "token", cast.bima(), "en", viewings);
    }

    @Test
    void whatIsTakenAndLookedAtInTheSameMomentIsShownOnce() throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        seat.watch(talk, () -> {
            CompletableFuture<Void> following = CompletableFuture.runAsync(() -> seat.follow(talk, this::opened));
            var unused = following.thenRun(() -> done.complete(null));
            try {
                // It waits for us; this is long enough for one that would not.
                following.get(500, TimeUnit.MILLISECONDS);
            } catch (TimeoutException right) {
                assertFalse(following.isDone());
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
            return opened();
        });
        done.get(30, TimeUnit.SECONDS);
        viewings.tell(talk, Frame.of("typing"));
        assertEquals(1, shown.stream().filter(each -> each.contains("typing")).count());
    }

    @Test
    void lookingAnewClosesWhatWasOpen() {
        seat.follow(talk, this::opened);
        seat.follow(talk, this::opened);
        seat.watch(talk, this::opened);
        viewings.tell(talk, Frame.of("typing"));
        assertEquals(1, shown.stream().filter(each -> each.contains("typing")).count());
    }

    @Test
    void whatCannotBeOpenedIsNotLookedAt() {
        seat.follow(talk, this::opened);
        assertThrows(
                IllegalStateException.class,
                () -> seat.watch(talk, () -> {
                    throw new IllegalStateException("The database is away");
                }));
        assertFalse(seat.looksAt(talk));
        seat.follow(talk, this::opened);
        assertTrue(seat.looksAt(talk));
    }

    @Test
    void whoHasLeftLooksAtNothingAlsoNotAtWhatIsOpenedJustNow() {
        seat.follow(talk, this::opened);
        seat.leave();
        seat.follow(talk, this::opened);
        seat.watch(talk, this::opened);
        assertFalse(seat.looksAt(talk));
        viewings.tell(talk, Frame.of("typing"));
        assertEquals(0, shown.stream().filter(each -> each.contains("typing")).count());
    }

    private Viewing opened() {
        return viewings.open(talk, View.STAFF, 0, shown::add, Notices::watching).join();
    }
}
