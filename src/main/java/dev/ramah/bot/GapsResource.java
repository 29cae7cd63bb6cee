package dev.ramah.bot;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What customers ask and the articles do not answer well, and the way from there to an article. */
@Path("/api/gaps")
@RolesAllowed("manager")
class GapsResource {

    // More at a time are not worked on.
    private static final int MOST = 100;

    private final Gaps gaps;
    private final SecurityIdentity identity;

    GapsResource(Gaps gaps, SecurityIdentity identity) {
        this.gaps = gaps;
        this.identity = identity;
    }

    /** {@code reasons} counts questions by {@code not_answered}, {@code did_not_help} and {@code unsure}. */
    record Line(
            String gap,
            String question,
            String language,
            long customers,
            long unhappy,
            int questions,
            Map<String, Long> reasons,
            Instant last,
            boolean answered) {}

    record Closed(
            String article, String language, String title, Instant publishedAt, int days, long before, long after) {}

    record All(List<Line> open, List<Closed> closed) {}

    record Question(
            String text, UUID conversation, Instant at, String reason, @Nullable Integer csat, List<String> answers) {}

    record Opened(Line gap, List<Question> questions, String answer) {}

    record Answer(@Nullable String answer) {}

    record Made(long draft) {}

    @GET
    public All list(@RestQuery @DefaultValue("30") int days) {
        int some = bounded(days);
        return new All(
                gaps.of(some).stream().limit(MOST).map(GapsResource::line).toList(),
                gaps.filled(some).stream().map(GapsResource::closed).toList());
    }

    private static int bounded(int days) {
        if (days < 1 || days > Gaps.MOST_DAYS) {
            throw Problem.invalid("days is a number from 1 to " + Gaps.MOST_DAYS);
        }
        return days;
    }

    private static Line line(Gap each) {
        return new Line(
                each.id(),
                each.middle().question(),
                each.middle().language(),
                each.customers(),
                each.unhappy(),
                each.misses().size(),
                each.reasons().entrySet().stream()
                        .collect(Collectors.toMap(reason -> reason.getKey().wire(), Map.Entry::getValue)),
                each.misses().stream()
                        .map(Miss::at)
                        .max(Instant::compareTo)
                        .orElse(each.middle().at()),
                each.bestAnswered().isPresent());
    }

    private static Closed closed(Gaps.Filled each) {
        return new Closed(
                each.article().article(),
                each.article().language(),
                each.article().title(),
                each.article().publishedAt(),
                each.days(),
                each.before(),
                each.after());
    }

    @GET
    @Path("{gap}")
    public Opened open(@RestPath String gap, @RestQuery @DefaultValue("30") int days) {
        Gap found = gaps.find(gap, bounded(days));
        return new Opened(
                line(found),
                found.misses().stream().map(GapsResource::question).toList(),
                found.bestAnswered()
                        .map(each -> String.join("\n\n", each.answers()))
                        .orElse(""));
    }

    private static Question question(Miss each) {
        ConversationRef conversation = each.conversation();
        return new Question(
                each.question(),
                conversation.id(),
                each.at(),
                each.reason().wire(),
                each.csat() == 0 ? null : each.csat(),
                each.answers());
    }

    /** Makes a draft of what a person answered, or of what is sent; nothing is published. */
    @POST
    @Path("{gap}/draft")
    public Made propose(@RestPath String gap, @RestQuery @DefaultValue("30") int days, @Nullable Answer answer) {
        String text =
                answer == null || answer.answer() == null ? "" : answer.answer().strip();
        return new Made(gaps.propose(
                gaps.find(gap, bounded(days)), text, Colleague.of(identity).name()));
    }
}
