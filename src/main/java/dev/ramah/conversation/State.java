package dev.ramah.conversation;

import dev.ramah.customer.Talk;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands after its last entry.
 *
 * @param last the sequence number of the newest entry, 0 if there is none
 * @param episode from opening or reopening to resolving, counted from 1
 * @param wanted the colleague it was transferred to and who has not taken it yet
 * @param waitingSince when the customer began to wait for the next person
 * @param headOfQueue whether it goes before those who only wait: its agent was lost
 * @param pendingUntil when we promised to come back; null while nothing is promised
 * @param mergedInto the conversation in which it goes on; null while that is itself
 * @param absorbed those that go on in this one, the first first
 */
public record State(
        ConversationRef conversation,
        UUID customer,
        String customerName,
        Turn turn,
        Status status,
        int last,
        int episode,
        @Nullable UUID holder,
        @Nullable String holderName,
        @Nullable String team,
        @Nullable UUID wanted,
        String language,
        @Nullable String page,
        Instant openedAt,
        @Nullable Instant waitingSince,
        boolean headOfQueue,
        int staffSeen,
        int customerSeen,
        @Nullable Instant pendingUntil,
        @Nullable ConversationRef mergedInto,
        List<ConversationRef> absorbed) {

    private static final int PREVIEW = 120;

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** The newest entry that this side has seen: the customer, or else staff. */
    int seenBy(Role side) {
        return side == Role.CUSTOMER ? customerSeen : staffSeen;
    }

    /** One line about it: its first words, its latest ending, the mark that its latest rated episode was given first. */
    public Talk summary(List<Entry> log) {
        @Nullable String ending = null;
        @Nullable Integer csat = null;
        int marked = 0;
        String preview = "";
        for (Entry each : log) {
            if (each.what() instanceof Happened.Resolved resolved) {
                ending = resolved.ending().name();
            } else if (each.what() instanceof Happened.Rated rated
                    && rated.csat() != null
                    && rated.episode() > marked) {
                csat = rated.csat();
                marked = rated.episode();
            } else if (preview.isEmpty() && each.what() instanceof Happened.Said said) {
                String words = each.isBy(Role.CUSTOMER) ? Harsh.mild(said.text()) : said.text();
                preview = words.length() > PREVIEW ? words.substring(0, PREVIEW) + "…" : words;
            }
        }
        String stands = mergedInto == null ? status.name().toLowerCase(Locale.ROOT) : "merged";
        return new Talk(conversation.id(), openedAt, stands, ending, csat, preview);
    }
}
