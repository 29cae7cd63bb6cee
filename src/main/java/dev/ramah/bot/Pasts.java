package dev.ramah.bot;

import dev.ramah.conversation.Exchange;
import dev.ramah.conversation.Exchanges;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.knowledge.Edition;
import dev.ramah.knowledge.Found;
import dev.ramah.knowledge.Library;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What customers of this shop asked first, and what the bot would do with it at other risks than the one set. */
@ApplicationScoped
class Pasts {

    // Enough for whole percents; each takes 10 ms, once for each change of the articles.
    private static final int QUESTIONS = 500;

    private final Exchanges exchanges;
    private final Library library;
    private final Clock clock;
    private Read read = new Read(null, Map.of());

    Pasts(Exchanges exchanges, Library library, Clock clock) {
        this.exchanges = exchanges;
        this.library = library;
        this.clock = clock;
    }

    /** What was found for each question among these articles. */
    private record Read(@Nullable Edition articles, Map<Asked, Found> found) {}

    /** The newest questions of the last days, each once, with what the articles say to them now. */
    synchronized Map<Asked, Found> of(int days) {
        Instant now = clock.instant();
        List<Asked> questions =
                exchanges.between(now.minus(Duration.ofDays(days)), now.plusSeconds(1), 2 * QUESTIONS).stream()
                        .flatMap(each -> first(each).stream())
                        .distinct()
                        .limit(QUESTIONS)
                        .toList();
        Edition articles = library.current();
        Map<Asked, Found> before = articles == read.articles() ? read.found() : Map.of();
        Map<Asked, Found> found = new LinkedHashMap<>();
        for (Asked each : questions) {
            Found known = before.get(each);
            found.put(each, known == null ? articles.search(each.question(), each.language()) : known);
        }
        read = new Read(articles, new HashMap<>(found));
        return found;
    }

    /** What the customer said before anyone else did. */
    private static Optional<Asked> first(Exchange exchange) {
        String question = exchange.entries().stream()
                .takeWhile(each -> each.isBy(Role.CUSTOMER) || !(each.what() instanceof Happened.Said))
                .flatMap(each ->
                        each.what() instanceof Happened.Said said ? Stream.of(said.text()) : Stream.<String>empty())
                .filter(each -> !each.isBlank() && !Words.GREETING.isAllOf(each))
                .collect(Collectors.joining("\n"));
        return question.isEmpty() ? Optional.empty() : Optional.of(Asked.first(question, exchange.language()));
    }
}
