package dev.ramah.desk;

import dev.ramah.conversation.Inboxes;
import dev.ramah.conversation.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in one or two lines, as lists show it.
 *
 * @param at when anything was last said, else when its episode began
 * @param reason what its latest episode was about, in a word of staff
 * @param said its newest words, shortened
 * @param deadlines by when the customer is to be helped, where there are targets; only lists of a view tell them
 * @param unread entries that nobody of staff has seen, while it is in somebody's hands
 */
record Listed(
        UUID conversation,
        Customer customer,
        String language,
        @Nullable String team,
        String turn,
        String status,
        @Nullable Holder holder,
        Instant at,
        @Nullable Instant waitingSince,
        @Nullable Instant pendingUntil,
        @Nullable String reason,
        @Nullable Words said,
        int unread,
        List<Deadline> deadlines) {

    record Customer(UUID id, String name) {}

    record Holder(UUID id, @Nullable String name) {}

    record Words(String role, @Nullable String name, String text) {}

    static Listed of(State state) {
        return of(new Inboxes.Row(state, null, null), List.of());
    }

    static Listed of(Inboxes.Row row, List<Deadline> deadlines) {
        State state = row.state();
        Inboxes.Last said = row.said();
        return new Listed(
                state.conversation().id(),
                new Customer(state.customer(), state.customerName()),
                state.language(),
                state.team(),
                state.turn().name().toLowerCase(Locale.ROOT),
                state.status().name().toLowerCase(Locale.ROOT),
                state.holder() == null ? null : new Holder(state.holder(), state.holderName()),
                said == null ? state.openedAt() : said.at(),
                state.waitingSince(),
                state.pendingUntil(),
                row.reason(),
                said == null ? null : new Words(said.by().name().toLowerCase(Locale.ROOT), said.name(), said.text()),
                state.holder() == null ? 0 : Math.max(0, state.last() - state.staffSeen()),
                deadlines);
    }
}
