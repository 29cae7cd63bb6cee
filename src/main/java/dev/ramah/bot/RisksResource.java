package dev.ramah.bot;

import dev.ramah.bot.Boldness.Risks;
import dev.ramah.knowledge.Found;
import dev.ramah.knowledge.Match;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What each setting of the risk would have done with what customers of this shop asked. */
@Path("/api/bot/risks")
@RolesAllowed("manager")
class RisksResource {

    private static final List<Double> VALUES = List.of(0.01, 0.02, 0.05, 0.10, 0.15, 0.20, 0.25, 0.30, 0.40, 0.50);

    private final Pasts pasts;
    private final Boldness boldness;

    RisksResource(Pasts pasts, Boldness boldness) {
        this.pasts = pasts;
        this.boldness = boldness;
    }

    record Value(double risk, long answered, long asked, long handedOver) {}

    /** {@code article} and {@code title} are the best one's; {@code outcome} is what it gets at the risks asked for. */
    record Question(
            String text,
            String language,
            String outcome,
            String outcomeNow,
            @Nullable String article,
            @Nullable String title,
            double confidence) {}

    /** {@code risk} and {@code askRisk} are the settings; {@code values} keep {@code ask} as asked for. */
    record Tried(double risk, double askRisk, List<Value> values, List<Question> questions) {}

    /** With these risks instead of the set ones: {@code answer} to answer, {@code ask} to ask back. */
    @GET
    public Tried list(
            @RestQuery @DefaultValue("30") int days,
            @RestQuery @Nullable Double answer,
            @RestQuery @Nullable Double ask) {
        Risks set = boldness.now();
        double risk = answer == null ? set.answer() : answer;
        double askRisk = ask == null ? set.ask() : ask;
        boolean valid = days >= 1 && days <= Gaps.MOST_DAYS && Boldness.isShare(risk) && Boldness.isShare(askRisk);
        if (!valid) {
            throw Problem.invalid("days is a number from 1 to " + Gaps.MOST_DAYS + ", risks are shares from 0 to 1");
        }
        Map<Asked, Found> past = pasts.of(days);
        return new Tried(
                set.answer(),
                set.ask(),
                Stream.concat(VALUES.stream(), Stream.of(risk, set.answer()))
                        .distinct()
                        .sorted()
                        .map(each -> value(past, each, askRisk))
                        .toList(),
                past.entrySet().stream()
                        .map(each -> question(each.getKey(), each.getValue(), risk, askRisk, set))
                        .toList());
    }

    private static Value value(Map<Asked, Found> past, double risk, double askRisk) {
        Map<Outcome, Long> outcomes = past.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> outcome(each.getKey(), each.getValue(), risk, askRisk),
                        () -> new EnumMap<>(Outcome.class),
                        Collectors.counting()));
        return new Value(
                risk,
                outcomes.getOrDefault(Outcome.ANSWER, 0L),
                outcomes.getOrDefault(Outcome.CLARIFY, 0L),
                outcomes.getOrDefault(Outcome.ESCALATE, 0L));
    }

    private static Outcome outcome(Asked asked, Found found, double risk, double askRisk) {
        return Outcome.of(Answers.decided(asked, found, null, risk, Math.max(risk, askRisk))
                .decision());
    }

    private static Question question(Asked asked, Found found, double risk, double askRisk, Risks set) {
        Match best = found.matches().isEmpty() ? null : found.matches().get(0);
        return new Question(
                asked.question(),
                asked.language(),
                outcome(asked, found, risk, askRisk).wire(),
                outcome(asked, found, set.answer(), set.ask()).wire(),
                best == null ? null : best.article(),
                best == null ? null : best.title(),
                best == null ? 0 : best.confidence());
    }
}
