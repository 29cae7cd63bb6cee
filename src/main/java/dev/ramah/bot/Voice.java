package dev.ramah.bot;

import dev.ramah.customer.Order;
import dev.ramah.knowledge.Match;
import dev.ramah.language.Prompts;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the bot says: the words of the article, or one of its few own sentences from {@code bot/*.properties}. */
final class Voice {

    // As much as fits a message; a longer list is in the article, which is cited.
    private static final int LONGEST = 3_900;

    /** The languages that the bot speaks; each has its sentences in {@code prompts/bot} and its words in {@code bot/words}. */
    static final List<String> LANGUAGES = List.of("en", "id", "ar", "de", "es", "fr", "nl", "pt");

    private final String language;
    private final Properties sentences;

    private Voice(String language) {
        this.language = language;
        String name = "bot/" + language + ".properties";
        // What somebody edited counts, and what they left out is said as it was shipped.
        Properties shipped = new Properties();
        load(shipped, Prompts.shipped(name));
        this.sentences = new Properties(shipped);
        load(sentences, Prompts.read(name));
    }

    private static void load(Properties into, String text) {
        try (Reader reader = new StringReader(text)) {
            into.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English for languages that the bot doesn't speak. */
    static Voice in(String language) {
        int dash = language.indexOf('-');
        String primary = dash < 0 ? language : language.substring(0, dash);
        return new Voice(LANGUAGES.contains(primary) ? primary : "en");
    }

    String say(Decision decision) {
        if (decision instanceof Decision.Answer answer) {
            return quote(answer.article());
        } else if (decision instanceof Decision.AnswerEach all) {
            return all.articles().stream().map(Voice::quote).collect(Collectors.joining("\n\n"));
        } else if (decision instanceof Decision.Write written) {
            return written.text();
        } else if (decision instanceof Decision.Tell told) {
            return told(told);
        } else if (decision instanceof Decision.SignIn first) {
            return sentence("SIGN_IN") + (first.article() == null ? "" : "\n\n" + quote(first.article()));
        } else if (decision instanceof Decision.AskBack back && back.rule() == Rule.NOT_IN_THEIR_LANGUAGE) {
            return sentence("clarify.elsewhere");
        } else if (decision instanceof Decision.AskBack back) {
            return sentence(back.choices().size() == 1 ? "clarify.one" : "clarify");
        } else if (decision instanceof Decision.Manners manners) {
            return sentence(manners.rule().name());
        }
        return handOver(decision.rule().name());
    }

    /** What is said to the customer before a person is asked for. */
    String handOver(String rule) {
        return sentences.getProperty("hand-over." + rule, sentence("hand-over"));
    }

    private String told(Decision.Tell told) {
        Known who = told.who();
        Optional<Order> named = told.number().flatMap(who::order);
        List<Order> orders = named.map(List::of).orElseGet(who::current);
        Stream<String> hello = Stream.ofNullable(who.name()).map(name -> filled("order.hello", name));
        Stream<String> rest;
        if (named.isEmpty() && told.number().isPresent()) {
            rest = Stream.of(filled("order.unknown", told.number().get()));
        } else if (orders.isEmpty()) {
            rest = Stream.of(sentence("order.none"));
        } else {
            rest = orders.stream().map(this::told);
        }
        return Stream.concat(hello, rest).collect(Collectors.joining(orders.size() > 1 ? "\n" : " "));
    }

    private String told(Order order) {
        String items = order.items().isEmpty() ? "" : " " + filled("order.has", String.join(", ", order.items()));
        return filled("order.is", order.order(), status(order)) + items + " " + asOf(order.at());
    }

    /** The usual ones are translated; others are told as the shop tells them. */
    private String status(Order order) {
        String status = order.status() == null ? "placed" : order.status();
        return sentences.getProperty("status." + status.toLowerCase(Locale.ROOT), status);
    }

    /** From when it is what was just said. */
    String asOf(Instant at) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language))
                .format(at.atOffset(ZoneOffset.UTC));
        return filled("order.as-of", time + " UTC");
    }

    private String filled(String key, String... values) {
        String filled = sentence(key);
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", values[i]);
        }
        return filled;
    }

    private static String quote(Match article) {
        String text = article.passage().text();
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf('\n', LONGEST);
        return text.substring(0, end > 0 ? end : LONGEST) + " …";
    }

    private String sentence(String key) {
        return Objects.requireNonNull(sentences.getProperty(key), key);
    }
}
