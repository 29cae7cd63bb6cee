package dev.ramah.bot;

import dev.ramah.conversation.Episodes;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** What became of each article's answers. */
@Path("/api/bot/articles")
@RolesAllowed("agent")
class TalliesResource {

    private final Episodes episodes;
    private final Clock clock;

    TalliesResource(Episodes episodes, Clock clock) {
        this.episodes = episodes;
        this.clock = clock;
    }

    record Row(String article, int used, int helpful, int notHelpful, int handedOver) {}

    /** Of the last days, those used most first; articles that were not used are not there. */
    @GET
    public List<Row> list(@RestQuery @DefaultValue("90") int days) {
        if (days < 1 || days > Gaps.MOST_DAYS) {
            throw Problem.invalid("days is a number from 1 to " + Gaps.MOST_DAYS);
        }
        Instant now = clock.instant();
        return Tally.sum(episodes.touched(now.minus(Duration.ofDays(days)), now.plusSeconds(1), Tally::of))
                .entrySet()
                .stream()
                .map(each -> new Row(
                        each.getKey(),
                        each.getValue().used(),
                        each.getValue().helpful(),
                        each.getValue().notHelpful(),
                        each.getValue().handedOver()))
                .sorted(Comparator.comparingInt(Row::used).reversed().thenComparing(Row::article))
                .toList();
    }
}
