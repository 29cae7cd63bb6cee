package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Viewings;
import dev.ramah.customer.Customers;
import dev.ramah.platform.OpenSocket;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens at the desk while somebody sits down. */
@RamahTest
class SittingDownTest {

    @Inject
    Cast cast;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Inject
    Viewings viewings;

    @Inject
    Offers offers;

    @Inject
    Desk desk;

    @Inject
    EmptyDesk emptyDesk;

    private final Present present = new Present();
    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

    @BeforeEach
    void nobodySits() {
        emptyDesk.now();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void whatAnotherNodeOffersThemInThatMomentTheyAreToldOnce() throws Exception {
        // They are online already, with another tab, or nothing could be on offer to them.
        Agent bima = present.sitsDown(cast.bima());
        bima.line().await("presence");
        Seat seat = new Seat(new OpenSocket(recorder()), bima.token, cast.bima(), "en", viewings);
        UUID tom = customers.anonymous("Tom", null, "en", Map.of()).id();
        ConversationRef talk = conversations.open(tom, "Tom", "en", null, null).conversation();

        offers.offer(talk, 1, seat.agent(), null);
        desk.enter(seat);
        // Looks at the offers after they sat down, and before they are told what they hold.
        desk.tick();
        try {
            int told = 0;
            for (String frame = next(); !frame.contains("\"presence\""); frame = next()) {
                if (frame.contains("\"offer\"") && frame.contains(talk.id().toString())) {
                    told++;
                }
            }
            assertEquals(1, told);
        } finally {
            desk.leave(seat);
            offers.drop(talk, Integer.MAX_VALUE);
        }
    }

    private String next() throws InterruptedException {
        String frame = sent.poll(30, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("Nothing more came");
        }
        return frame;
    }

    /** A connection that keeps what is sent. */
    private WebSocketConnection recorder() {
        return (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketConnection.class}, (self, method, with) -> {
                    if (method.getName().equals("sendText")) {
                        sent.add(String.valueOf(with[0]));
                    }
                    return method.getReturnType() == Uni.class
                            ? Uni.createFrom().voidItem()
                            : method.getName().equals("isOpen");
                });
    }
}
