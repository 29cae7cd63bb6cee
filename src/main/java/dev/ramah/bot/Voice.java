package dev.ramah.bot;

import dev.ramah.knowledge.Match;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the bot says: the words of the article, or one of its few own sentences from {@code bot/*.properties}. */
final class Voice {

    // As much as fits a message; a longer list is in the article, which is cited.
    private static final int LONGEST = 3_900;

    private static final Map<String, Voice> VOICES =
            Stream.of("en", "id").collect(Collectors.toMap(Function.identity(), Voice::new));

    private final Properties sentences = new Properties();

    private Voice(String language) {
        String name = "/bot/" + language + ".properties";
        try (InputStream stream = Objects.requireNonNull(Voice.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English for languages that the bot doesn't speak. */
    static Voice in(String language) {
        int dash = language.indexOf('-');
        Voice voice = VOICES.get(dash < 0 ? language : language.substring(0, dash));
        return voice == null ? Objects.requireNonNull(VOICES.get("en")) : voice;
    }

    String say(Decision decision) {
        if (decision instanceof Decision.Answer answer) {
            return quote(answer.article());
        } else if (decision instanceof Decision.AnswerEach all) {
            return all.articles().stream().map(Voice::quote).collect(Collectors.joining("\n\n"));
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
