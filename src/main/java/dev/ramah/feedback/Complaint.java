package dev.ramah.feedback;

import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EpisodeLog;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One episode as far as somebody may have to answer for it.
 *
 * @param customer whose it is now
 * @param rating null if nothing was said about it
 * @param markedAt when the mark was given that says whether they were unhappy; null if none was
 * @param crew everyone of staff who took part in it, whatever they did
 * @param answer what a manager wrote about it; null while nobody has, also where they were told with others that it is fixed
 * @param again the mark that was given after it; null if none was
 */
record Complaint(
        UUID conversation,
        int episode,
        UUID customer,
        @Nullable Rating rating,
        @Nullable Instant markedAt,
        Set<UUID> crew,
        @Nullable Entry answer,
        @Nullable Integer again) {

    static Complaint of(EpisodeLog log) {
        @Nullable Rating rating = null;
        @Nullable Entry mark = null;
        @Nullable Entry answer = null;
        @Nullable Integer again = null;
        for (Entry each : log.entries()) {
            if (each.what() instanceof Happened.Rated rated) {
                Rating before = rating;
                rating = before == null ? Rating.first(each.at(), rated) : before.then(rated);
                mark = decides(rating, before) ? each : mark;
            } else if (each.what() instanceof Happened.Followed followed) {
                answer = followed.fixed() ? answer : each;
            } else if (each.what() instanceof Happened.Reconsidered reconsidered) {
                again = reconsidered.csat();
            }
        }
        return new Complaint(
                log.conversation().id(),
                log.episode(),
                log.customer(),
                rating,
                mark == null ? null : mark.at(),
                crew(log.entries(), mark == null ? Integer.MAX_VALUE : mark.seq()),
                answer,
                again);
    }

    /** The first mark says whether they were unhappy, but satisfaction goes before all others. */
    private static boolean decides(Rating now, @Nullable Rating before) {
        boolean first = now.isMarked() && (before == null || !before.isMarked());
        boolean satisfaction = now.csat() != null && (before == null || before.csat() == null);
        return first || satisfaction;
    }

    /** Who only wrote a note about it once it was rated has not taken part in what was rated. */
    private static Set<UUID> crew(List<Entry> entries, int mark) {
        Set<UUID> crew = new HashSet<>();
        for (Entry each : entries) {
            boolean aside = each.what() instanceof Happened.Followed
                    || (each.seq() > mark
                            && (each.what() instanceof Happened.Noted || each.what() instanceof Happened.Tagged));
            if (each.isBy(Role.AGENT) && !aside) {
                crew.add(Objects.requireNonNull(each.by().id()));
            }
        }
        return Set.copyOf(crew);
    }
}
