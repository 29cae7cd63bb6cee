package dev.ramah.theme;

import dev.ramah.conversation.Board;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.staff.Changes;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The door to what customers are told about themes, in the chat. */
@ApplicationScoped
class Notices implements Board {

    private static final int LONGEST = 300;
    private static final int MOST_LANGUAGES = 20;

    /** Nobody reads a notice that is always there. */
    private static final Duration LONGEST_TIME = Duration.ofDays(30);

    /** More at once nobody reads either. */
    private static final int MOST_SHOWN = 3;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    private final Changes changes;
    private final Clock clock;

    Notices(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Everybody who opens the chat reads this; a notice of this theme that stands is replaced.
     *
     * @param texts by language, at least one
     * @param from null for now
     * @throws Problem NOT_FOUND, INVALID
     */
    @Transactional
    int show(int number, Colleague by, Map<String, String> texts, @Nullable Instant from, @Nullable Instant until) {
        Map<String, String> said = texts(texts);
        Instant now = clock.instant();
        Instant since = from == null || from.isBefore(now) ? now : from;
        if (until == null || !until.isAfter(since)) {
            throw Problem.invalid("until is a time after it begins.");
        }
        if (until.isAfter(now.plus(LONGEST_TIME))) {
            throw Problem.invalid("A notice stands for at most " + LONGEST_TIME.toDays() + " days.");
        }
        Theme theme = Theme.of(number);
        takeDown(theme, now);
        new Notice(theme.id, said, since, until, by.id(), now).persist();
        record(by, theme, Map.of("notice", said, "until", until));
        return theme.number;
    }

    /** Nobody reads it any more; again changes nothing. */
    @Transactional
    int takeDown(int number, Colleague by) {
        Theme theme = Theme.of(number);
        if (takeDown(theme, clock.instant())) {
            record(by, theme, Map.of("notice", false));
        }
        return theme.number;
    }

    private static boolean takeDown(Theme theme, Instant now) {
        Optional<Notice> standing = Notice.standing(theme.id, now);
        standing.ifPresent(each -> each.takenDown = now);
        return standing.isPresent();
    }

    private void record(Colleague by, Theme theme, Object after) {
        changes.record(by.ref(), Decisions.WHAT, String.valueOf(theme.number), null, after);
    }

    /** The one of this theme that is shown, or going to be; null for none. */
    @Transactional
    @Nullable Notice of(Theme theme) {
        return Notice.standing(theme.id, clock.instant()).orElse(null);
    }

    @Override
    @Transactional
    public List<News> now(String language) {
        Instant now = clock.instant();
        Stream<News> notices = Notice.standing(now).stream()
                .filter(each -> !each.since.isAfter(now))
                .limit(MOST_SHOWN)
                .map(each -> news(each.id, "notice", each.texts, language));
        Stream<News> done = Theme.<Theme>find("doneShown and mergedInto is null order by number desc")
                .page(0, MOST_SHOWN)
                .list()
                .stream()
                .map(each -> news(each.id, "done", each.done, language));
        return Stream.concat(notices, done).toList();
    }

    /** In their language, or else in English, or else in one of those there are. */
    private static News news(UUID id, String kind, Map<String, String> texts, String language) {
        Map<String, String> sorted = new TreeMap<>(texts);
        String spoken = sorted.containsKey(language)
                ? language
                : sorted.containsKey("en") ? "en" : sorted.keySet().iterator().next();
        return new News(id, kind, spoken, sorted.getOrDefault(spoken, ""));
    }

    static Map<String, String> texts(Map<String, String> texts) {
        Map<String, String> said = new TreeMap<>();
        texts.forEach((tag, text) -> {
            String language = tag.toLowerCase(Locale.ROOT);
            String line = Text.line(text);
            if (line == null) {
                return;
            }
            if (!LANGUAGE.matcher(language).matches()) {
                throw Problem.invalid("texts are by language: en, id.");
            }
            if (line.length() > LONGEST || !Text.isStorable(line)) {
                throw Problem.invalid("A text has 1 to " + LONGEST + " characters.");
            }
            said.put(language, line);
        });
        if (said.isEmpty() || said.size() > MOST_LANGUAGES) {
            throw Problem.invalid("texts has at least one language with its text.");
        }
        return said;
    }
}
