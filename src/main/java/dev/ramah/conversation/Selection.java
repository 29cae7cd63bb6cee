package dev.ramah.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

/**
 * Some of the conversations that somebody may read.
 *
 * @param language the language they are in, as a tag's first part
 * @param reason what their latest episode, or an earlier one, was about in a word of staff
 */
public record Selection(
        Shelf shelf, Reach reach, @Nullable String language, @Nullable String reason, @Nullable Status status) {

    private static final String ABOUT =
            """
            exists (select 1 from entry t
                     where t.conversation = c.id and t.kind = 'tagged' and t.facts ->> 'reason' = :reason
                       and not exists (select 1 from entry later
                                        where later.conversation = t.conversation and later.episode = t.episode
                                          and later.kind = 'tagged' and later.seq > t.seq))""";

    /** As a condition on {@code conversation c}; its values are those of {@link #bind}. */
    String condition() {
        List<String> all = new ArrayList<>(List.of("c.last > 0", shelf.condition));
        if (!reach.everything()) {
            all.add("(c.team is null or c.team = any(:teams) or c.holder = :reader or c.wanted = :reader)");
        }
        if (language != null) {
            all.add("c.language = :language");
        }
        if (reason != null) {
            all.add(ABOUT);
        }
        if (status != null) {
            // Open ones have an index of their own, which says it like this.
            all.add(status == Status.OPEN ? "c.status = 'OPEN' and c.turn <> 'NOBODY'" : "c.status = 'RESOLVED'");
        }
        return String.join(" and ", all);
    }

    /** Gives the condition its values. */
    <Q extends CommonQueryContract> Q bind(Q query) {
        String condition = condition();
        if (condition.contains(":reader")) {
            query.setParameter("reader", reach.reader());
        }
        if (condition.contains(":teams")) {
            query.setParameter("teams", reach.teams().toArray(String[]::new));
        }
        if (condition.contains(":mates")) {
            query.setParameter("mates", reach.mates().toArray(UUID[]::new));
        }
        if (language != null) {
            query.setParameter("language", language);
        }
        if (reason != null) {
            query.setParameter("reason", reason);
        }
        return query;
    }
}
