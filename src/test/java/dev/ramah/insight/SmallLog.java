package dev.ramah.insight;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Cause;
import dev.ramah.conversation.Citation;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Ending;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EpisodeLog;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One episode written by hand; each entry says how many seconds after {@link #START} it came. */
final class SmallLog {

    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    static final Author BIMA = Author.agent(new UUID(0, 1), "Bima");
    static final Author ANA = Author.agent(new UUID(0, 2), "Ana");

    static final UUID CUSTOMER = new UUID(0, 3);

    private static final Author SARI = new Author(Role.CUSTOMER, null, "");
    private static final Author BOT = new Author(Role.BOT, null, "Ramah");
    private static final Author SYSTEM = new Author(Role.SYSTEM, null, "System");

    private final ConversationRef conversation = new ConversationRef(UUID.randomUUID());
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    SmallLog customerSays(int at) {
        return customerSays(at, "");
    }

    SmallLog customerSays(int at, String text) {
        words.add(text);
        return add(at, SARI, Happened.Said.plain(""));
    }

    SmallLog botAnswers(int at, String article) {
        Citation from = new Citation(article, article);
        return add(at, BOT, new Happened.Said("", List.of(from), List.of(), null, null, null));
    }

    SmallLog asksForPerson(int at, String reason) {
        return add(at, BOT, new Happened.Escalated(reason));
    }

    SmallLog takes(int at, Author agent) {
        return add(at, agent, new Happened.Assigned(null));
    }

    SmallLog says(int at, Author agent) {
        return add(at, agent, Happened.Said.plain(""));
    }

    SmallLog gives(int at, Author agent) {
        return add(at, agent, new Happened.Gave("", new UUID(0, 9), "points", "Points", 100L, "EUR", null, 10));
    }

    SmallLog sends(int at, Author agent) {
        return add(at, agent, new Happened.Attached("", new UUID(0, 8), "image/jpeg", 1, null, null));
    }

    SmallLog endsByHand(int at, Author agent) {
        return add(at, agent, new Happened.Resolved(Ending.HELPED, true, false));
    }

    SmallLog notes(int at, Author agent) {
        return add(at, agent, new Happened.Noted(""));
    }

    SmallLog transfers(int at, Author agent, Author to) {
        return add(at, agent, new Happened.Transferred("", to.id(), null, to.name()));
    }

    SmallLog handsTo(int at, Author agent, String team) {
        return add(at, agent, new Happened.Transferred("", null, team, team));
    }

    SmallLog thumbs(int at, int target, boolean up) {
        return add(at, SARI, new Happened.Thumbed(target, up));
    }

    SmallLog ends(int at, Ending ending, boolean asked) {
        return add(at, SYSTEM, new Happened.Resolved(ending, asked, false));
    }

    SmallLog rates(int at, int csat) {
        return rates(at, csat, null, null);
    }

    SmallLog rates(int at, @Nullable Integer csat, @Nullable Boolean repeated, @Nullable String comment) {
        return add(at, SARI, new Happened.Rated(1, csat, null, null, repeated, comment));
    }

    /** Says how likely they are to recommend us and how easy it was, and gives no mark. */
    SmallLog answers(int at, int nps, int effort) {
        return add(at, SARI, new Happened.Rated(1, null, nps, effort, null, null));
    }

    SmallLog blames(int at, Cause cause) {
        return add(at, SARI, new Happened.Rated(1, null, null, null, null, cause, null));
    }

    Episode episode() {
        return Episode.of(
                new EpisodeLog(conversation, 1, CUSTOMER, "en", "https://kopi.example/shop?bag=7#top", entries, words));
    }

    static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private SmallLog add(int at, Author by, Happened what) {
        entries.add(new Entry(conversation, entries.size() + 1, 1, at(at), by, null, what, false));
        return this;
    }
}
