package dev.ramah.replies;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Ending;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Exchange;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question that a person has answered well: the customer said so, by their mark or their word, or ended it content.
 *
 * @param asked what the customer had said before
 * @param answers what people of staff said, in order
 * @param by who said it
 */
record Solved(
        ConversationRef conversation,
        UUID customer,
        String language,
        String asked,
        List<String> heard,
        List<String> answers,
        Set<String> by) {

    /** From this mark on it went well. */
    private static final int WELL = 4;

    /** Words shorter than this are in every question. */
    private static final int TELLING_WORD = 4;

    private static final int LONGEST = 600;

    static Optional<Solved> of(Exchange exchange) {
        List<String> heard = said(exchange, Role.CUSTOMER);
        List<String> answers = said(exchange, Role.AGENT);
        String asked = exchange.entries().stream()
                .takeWhile(each -> !(each.isBy(Role.AGENT) && each.what() instanceof Happened.Said))
                .filter(each -> each.isBy(Role.CUSTOMER))
                .flatMap(Solved::words)
                .collect(Collectors.joining("\n"));
        if (asked.isBlank() || answers.isEmpty() || !wentWell(exchange)) {
            return Optional.empty();
        }
        return Optional.of(new Solved(
                exchange.conversation(),
                exchange.customer(),
                exchange.language(),
                asked.substring(0, Math.min(asked.length(), LONGEST)),
                heard,
                answers,
                exchange.entries().stream()
                        .filter(each -> each.isBy(Role.AGENT))
                        .map(each -> each.by().name())
                        .collect(Collectors.toSet())));
    }

    private static boolean wentWell(Exchange exchange) {
        if (exchange.csat() > 0) {
            return exchange.csat() >= WELL;
        }
        return exchange.entries().stream()
                .anyMatch(each -> each.what() instanceof Happened.Resolved resolved
                        && (resolved.ending() == Ending.HELPED || resolved.ending() == Ending.CONFIRMED));
    }

    private static List<String> said(Exchange exchange, Role by) {
        return exchange.entries().stream()
                .filter(each -> each.isBy(by))
                .flatMap(Solved::words)
                .toList();
    }

    private static Stream<String> words(Entry entry) {
        return entry.what() instanceof Happened.Said said && !said.text().isBlank()
                ? Stream.of(said.text())
                : Stream.empty();
    }

    /** The share of the telling words of this question that were in theirs, 0 to 1: meaning alone is easily deceived. */
    double shares(String question) {
        List<String> wanted = telling(question);
        List<String> own = telling(asked);
        return wanted.isEmpty()
                ? 0
                : (double) wanted.stream().filter(own::contains).count() / wanted.size();
    }

    private static List<String> telling(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(each -> each.length() >= TELLING_WORD)
                .distinct()
                .toList();
    }
}
