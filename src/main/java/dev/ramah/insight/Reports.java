package dev.ramah.insight;

import dev.ramah.conversation.Episodes;
import dev.ramah.desk.Repeats;
import dev.ramah.knowledge.Articles;
import dev.ramah.staff.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What managers read. Every report folds the log itself, so it has every entry that was delivered before it was
 * asked for; no sums are kept that could fall behind.
 */
@ApplicationScoped
class Reports {

    private final Episodes episodes;
    private final Accounts accounts;
    private final Articles articles;
    private final Repeats repeats;
    private final Clock clock;

    Reports(Episodes episodes, Accounts accounts, Articles articles, Repeats repeats, Clock clock) {
        this.episodes = episodes;
        this.accounts = accounts;
        this.articles = articles;
        this.repeats = repeats;
        this.clock = clock;
    }

    /** @throws dev.ramah.platform.Problem INVALID */
    Range range(@Nullable String from, @Nullable String to, @Nullable String zone) {
        return Range.of(from, to, zone, clock.instant());
    }

    List<Row> satisfaction(Range range, Split by) {
        Map<String, Set<String>> tags = by == Split.TOPIC ? articles.tags() : Map.of();
        return Tables.split(read(range), range, by.keys(range, people(), tags));
    }

    Overview overview(Range range) {
        return Overview.of(range, read(range), read(range.before()));
    }

    /** How often customers had to say it twice. */
    List<RepeatRow> repeats(Range range, Split by) {
        Map<String, Set<String>> tags = by == Split.TOPIC ? articles.tags() : Map.of();
        Map<Repeats.Counted, Integer> counted = repeats.counted(range.from(), range.to());
        return RepeatRow.of(
                read(range),
                range,
                by.keys(range, people(), tags),
                each -> counted.containsKey(new Repeats.Counted(each.conversation(), each.number())));
    }

    List<Comment> comments(Range range) {
        return Comment.of(read(range), range, people());
    }

    private List<Episode> read(Range range) {
        return episodes.touched(range.from(), range.to(), Episode::of);
    }

    private People people() {
        return new People(accounts.all());
    }
}
