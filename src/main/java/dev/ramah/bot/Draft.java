package dev.ramah.bot;

import dev.ramah.knowledge.Match;
import dev.ramah.language.ChatReply;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A reply while it is being written: the sentences that are proved, in their order, and where they are from. */
final class Draft {

    // As much as fits a message.
    private static final int LONGEST = 3_500;

    // With more, people read none of them.
    private static final int MOST_CHOICES = 3;

    private static final Pattern ITEM = Pattern.compile("(?s)\\s*(?:[-•*]|\\d{1,2}[.)])\\s.*");

    private final List<Source> sources;
    private final Proof proof;
    private final Consumer<String> shown;

    private final Set<ChatReply.Sentence> heard = new HashSet<>();
    private final Set<Source> used = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();

    /** @param shown hears what the customer may see so far, after each sentence */
    Draft(List<Source> sources, Proof proof, Consumer<String> shown) {
        this.sources = sources;
        this.proof = proof;
        this.shown = shown;
    }

    /** The same sentence twice is one. */
    synchronized void hear(ChatReply.Sentence sentence) {
        String words = sentence.text().strip();
        if (words.isEmpty() || !heard.add(sentence) || text.length() + words.length() > LONGEST) {
            return;
        }
        List<Source> named = sources.stream()
                .filter(each -> sentence.sources().contains(each.number()))
                .toList();
        if (proof.holds(words, named)) {
            text.append(text.isEmpty() ? "" : ITEM.matcher(words).matches() ? "\n" : " ")
                    .append(words);
            used.addAll(named);
            shown.accept(text.toString());
        }
    }

    synchronized boolean isEmpty() {
        return text.isEmpty();
    }

    synchronized String text() {
        return text.toString();
    }

    /** The articles it is from, each once. */
    synchronized List<Match> articles() {
        Set<String> keys = new HashSet<>();
        return used.stream()
                .map(Source::match)
                .filter(Objects::nonNull)
                .filter(each -> keys.add(each.article()))
                .collect(Collectors.toList());
    }

    /** Those of these numbers, each article once. */
    List<Match> articles(List<Integer> numbers) {
        Set<String> keys = new HashSet<>();
        return sources.stream()
                .filter(each -> numbers.contains(each.number()))
                .map(Source::match)
                .filter(Objects::nonNull)
                .filter(each -> keys.add(each.article()))
                .limit(MOST_CHOICES)
                .collect(Collectors.toList());
    }

    /** From when the oldest of it is that the shop knows; empty if none of it is from there. */
    synchronized Optional<Instant> knownAt() {
        return used.stream().map(Source::at).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }
}
