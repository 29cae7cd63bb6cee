package dev.ramah.conversation;

import dev.ramah.platform.OpenSocket;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Seats;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One connection of a customer, and what it may do. */
final class Visit {

    final OpenSocket socket;
    final String address;
    long helloTimer;

    private final Seats seats;
    private final Viewings viewings;

    private volatile @Nullable Viewing viewing;

    /** Whether its connection was closed, perhaps while hello was still being answered. */
    private volatile boolean ended;

    /** The customer whose seat it takes; empty before hello. */
    private volatile String customer = "";

    private volatile String name = "";

    Visit(OpenSocket socket, String address, Seats seats, Viewings viewings) {
        this.socket = socket;
        this.address = address;
        this.seats = seats;
        this.viewings = viewings;
    }

    /** Whether they were let in. */
    boolean isIn() {
        return viewing != null;
    }

    boolean isOf(String who) {
        return customer.equals(who);
    }

    /** Whose it is; a {@link Problem} NOT_SIGNED_IN before hello. */
    UUID customer() {
        String who = customer;
        if (who.isEmpty()) {
            throw new Problem(Code.NOT_SIGNED_IN, "Say hello first.");
        }
        return UUID.fromString(who);
    }

    /** What others see who is typing. */
    String name() {
        return name;
    }

    /** The conversation that they look at; a {@link Problem} NOT_SIGNED_IN before hello. */
    ConversationRef conversation() {
        Viewing looking = viewing;
        if (looking == null) {
            throw new Problem(Code.NOT_SIGNED_IN, "Say hello first.");
        }
        return looking.conversation();
    }

    /** Leaves what it looked at before; a {@link Problem} if this customer has too many connections. */
    synchronized void sits(State state) {
        leave();
        String who = state.customer().toString();
        seats.take(Seats.Of.VISITOR, who);
        customer = who;
        name = state.customerName();
    }

    synchronized void looks(Viewing at) {
        viewing = at;
        if (ended) {
            leave();
        }
    }

    /** The connection is closed. */
    synchronized void ends() {
        ended = true;
        leave();
    }

    private void leave() {
        if (!customer.isEmpty()) {
            seats.leave(Seats.Of.VISITOR, customer);
            customer = "";
        }
        if (viewing != null) {
            viewings.close(viewing);
            viewing = null;
        }
    }
}
