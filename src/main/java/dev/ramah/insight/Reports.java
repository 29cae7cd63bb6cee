package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.conversation.Cause;
import dev.ramah.conversation.Ending;
import dev.ramah.conversation.Episodes;
import dev.ramah.desk.Repeats;
import dev.ramah.desk.ToldWaits;
import dev.ramah.knowledge.Articles;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.AgentRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * What managers read. Every report first takes in what the log gained, so it has every entry that was delivered before
 * it was asked for; what it then adds up is of one moment.
 */
@ApplicationScoped
class Reports {

    static final int PAGE = 20;

    /** How many are counted behind a number: beyond it nobody reads them one by one. */
    static final int MOST_COUNTED = 10_001;

    static final int MOST_IN_A_FILE = 50_000;

    /** Comments whose logs are read at once. */
    private static final int AT_ONCE = 500;

    private final Rollups rollups;
    private final Editions editions;
    private final Sheets sheets;
    private final Facts facts;
    private final Episodes episodes;
    private final Accounts accounts;
    private final Articles articles;
    private final Repeats repeats;
    private final ToldWaits waits;
    private final WorkNotes notes;
    private final StatelessSession session;
    private final Clock clock;

    Reports(
            Rollups rollups,
            Editions editions,
            Sheets sheets,
            Facts facts,
            Episodes episodes,
            Accounts accounts,
            Articles articles,
            Repeats repeats,
            ToldWaits waits,
            WorkNotes notes,
            StatelessSession session,
            Clock clock) {
        this.rollups = rollups;
        this.editions = editions;
        this.sheets = sheets;
        this.facts = facts;
        this.episodes = episodes;
        this.accounts = accounts;
        this.articles = articles;
        this.repeats = repeats;
        this.waits = waits;
        this.notes = notes;
        this.session = session;
        this.clock = clock;
    }

    /** @throws dev.ramah.platform.Problem INVALID */
    Range range(@Nullable String from, @Nullable String to, @Nullable String zone) {
        return Range.of(from, to, zone, clock.instant());
    }

    List<Row> satisfaction(Range range, Split by) {
        return Tables.satisfaction(rows(range, by, false));
    }

    List<Times> times(Range range, Split by) {
        return rows(range, by, true).entrySet().stream()
                .map(each -> Times.of(each.getKey(), each.getValue()))
                .toList();
    }

    /** How often targets were kept, in rows where any was decided. */
    List<Promised> targets(Range range, Split by) {
        return rows(range, by, false).entrySet().stream()
                .map(each -> Promised.of(each.getKey(), each.getValue()))
                .filter(Promised::saysAnything)
                .toList();
    }

    /** How often customers had to say it twice: of all who met a person first, and then row by row. */
    List<RepeatRow> repeats(Range range, Split by) {
        repeats.catchUp();
        return read(edition -> RepeatRow.table(whole(edition, range, false), rows(edition, range, by, false)));
    }

    /** Whether customers waited as long as they were told. */
    WaitBalance waits(Range range) {
        return read(edition -> WaitBalance.of(whole(edition, range, true), range, waits.goingOn(), clock.instant()));
    }

    private SortedMap<String, Tally> rows(Range range, Split by, boolean times) {
        return read(edition -> rows(edition, range, by, times));
    }

    private SortedMap<String, Tally> rows(int edition, Range range, Split by, boolean times) {
        Map<String, Set<String>> tags = by == Split.TOPIC ? articles.tags() : Map.of();
        Tables.Table table = new Tables.Table(by.keys(range, people(), tags));
        addUp(edition, range, by.dimension(), by.isOfTime(), times, table::of);
        return table.rows();
    }

    /** Twenty of the episodes behind a number, the newest first. */
    BehindPage behind(What what, Split by, @Nullable String key, Range range, long first) {
        Wanted wanted = wanted(what, by, key, range);
        return read(edition -> {
            Facts.Counted counted = facts.counted(edition, wanted, MOST_COUNTED);
            boolean more = counted.episodes() == MOST_COUNTED;
            return new BehindPage(
                    Math.min(counted.episodes(), MOST_COUNTED - 1),
                    more,
                    wanted.events() == null || more ? null : counted.times(),
                    behind(edition, wanted, first, PAGE));
        });
    }

    /**
     * Some of the episodes behind a number.
     *
     * @param more whether there are more than {@code total}
     * @param times how often what is counted happened in them all; not there where it happens once in each
     */
    record BehindPage(
            long total,
            boolean more,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long times,
            List<Behind> items) {

        BehindPage with(List<Behind> others) {
            return new BehindPage(total, more, times, others);
        }
    }

    /**
     * Twenty of the episodes in which something was counted elsewhere, in that order.
     *
     * @param counted each as often as it was, {@link #MOST_COUNTED} at most
     */
    BehindPage countedElsewhere(List<Episode.Id> counted, long first) {
        boolean more = counted.size() == MOST_COUNTED;
        List<Episode.Id> some = more ? counted.subList(0, MOST_COUNTED - 1) : counted;
        List<Episode.Id> once = some.stream().distinct().toList();
        List<Episode.Id> page = once.stream().skip(first).limit(PAGE).toList();
        List<Behind> items = read(edition -> behind(edition, Wanted.these(page), 0, PAGE));
        return new BehindPage(
                once.size(),
                more,
                more || some.size() == once.size() ? null : Long.valueOf(some.size()),
                items.stream()
                        .sorted(Comparator.comparingInt(
                                each -> page.indexOf(new Episode.Id(each.conversation(), each.episode()))))
                        .toList());
    }

    /**
     * All of them.
     *
     * @throws dev.ramah.platform.Problem INVALID where they are too many for one file
     */
    List<Behind> allCountedElsewhere(List<Episode.Id> counted) {
        if (counted.size() > MOST_IN_A_FILE) {
            throw tooMany();
        }
        return read(edition -> behind(edition, Wanted.these(Set.copyOf(counted)), 0, MOST_IN_A_FILE));
    }

    /** @throws dev.ramah.platform.Problem INVALID where they are too many for one file */
    List<Behind> allBehind(What what, Split by, @Nullable String key, Range range) {
        Wanted wanted = wanted(what, by, key, range);
        return read(edition -> {
            if (facts.count(edition, wanted, MOST_IN_A_FILE + 1) > MOST_IN_A_FILE) {
                throw tooMany();
            }
            return behind(edition, wanted, 0, MOST_IN_A_FILE);
        });
    }

    private static Problem tooMany() {
        return Problem.invalid("These are more than " + MOST_IN_A_FILE + " episodes. Choose fewer days.");
    }

    /** These, as they stand in a list. */
    List<Behind> behind(int edition, Wanted wanted, long first, int most) {
        People people = people();
        return facts.find(edition, wanted, first, most).stream()
                .map(each -> Behind.of(each, people))
                .toList();
    }

    private Wanted wanted(What what, Split by, @Nullable String key, Range range) {
        return key == null
                ? Wanted.all(what, range)
                : Wanted.row(what, range, by, key, people(), by == Split.TOPIC ? articles.tags() : Map.of());
    }

    Overview overview(Range range) {
        return read(edition -> Overview.of(period(edition, range), period(edition, range.before())));
    }

    /** What somebody did, alone and with others. */
    MyWork workOf(AgentRef agent, Range range) {
        Tally alone = new Tally();
        Tally tookPart = new Tally();
        String id = agent.id().toString();
        read(edition -> {
            addUp(edition, range, Dimension.CREW, false, true, (crew, at) -> {
                if (crew.lines().noneMatch(each -> each.startsWith(id))) {
                    return List.of();
                }
                return List.of(Part.of(crew) == Part.ALONE ? alone : tookPart);
            });
            return edition;
        });
        return new MyWork(MyWork.Share.of(alone), MyWork.Share.of(tookPart));
    }

    /** Some of the episodes that they were in, the newest first, and one more than a page has if there are more. */
    List<MyEpisode> episodesOf(AgentRef agent, What what, Range range, long first) {
        return read(edition -> {
            List<Episode> kept = facts.find(edition, Wanted.of(what, range, agent.id()), first, PAGE + 1);
            Set<UUID> in = kept.stream().map(Episode::conversation).collect(Collectors.toSet());
            Map<Episode.Id, Episode> told =
                    episodes.of(in, Episode::of).stream().collect(Collectors.toMap(Episode::id, Function.identity()));
            Map<Episode.Id, String> noted = notes.of(agent, in);
            People people = people();
            return kept.stream()
                    .map(each ->
                            MyEpisode.of(told.getOrDefault(each.id(), each), agent.id(), people, noted.get(each.id())))
                    .toList();
        });
    }

    /** Whether they said a word in it. */
    boolean wasIn(AgentRef agent, Episode.Id episode) {
        return episodes.of(List.of(episode.conversation()), Episode::of).stream()
                .anyMatch(each -> each.id().equals(episode) && each.people().containsKey(agent.id()));
    }

    /** What a day has brought so far. */
    Today today(Range range) {
        return read(edition -> {
            Tally tally = new Tally();
            addUp(edition, range, Dimension.ALL, false, false, (key, at) -> List.of(tally));
            return Today.of(range.from(), tally);
        });
    }

    /**
     * Twenty of them, the newest first.
     *
     * @param cause only those with a low mark that was for this; null for all
     */
    CommentsPage comments(Range range, @Nullable Cause cause, long first) {
        return read(edition -> {
            Tally tally = new Tally();
            Dimension side = cause == null ? Dimension.ALL : Dimension.CAUSE;
            addUp(
                    edition,
                    range,
                    side,
                    false,
                    false,
                    (key, at) -> cause == null || key.equals(cause.wire()) ? List.of(tally) : List.of());
            List<Comment> some = comments(commented(edition, range, cause, first, PAGE), range);
            return new CommentsPage(tally.get(Count.COMMENTED), some);
        });
    }

    private List<Episode.Id> commented(int edition, Range range, @Nullable Cause cause, long first, int most) {
        return cause == null
                ? facts.commented(edition, range, first, most)
                : facts.find(edition, wanted(What.COMMENTED, Split.CAUSE, cause.wire(), range), first, most).stream()
                        .map(Episode::id)
                        .toList();
    }

    record CommentsPage(int total, List<Comment> items) {}

    List<Comment> comments(Range range, @Nullable Cause cause) {
        return read(edition -> {
            List<Comment> all = new ArrayList<>();
            List<Episode.Id> some = commented(edition, range, cause, 0, AT_ONCE);
            while (!some.isEmpty()) {
                all.addAll(comments(some, range));
                some = commented(edition, range, cause, all.size(), AT_ONCE);
            }
            return all;
        });
    }

    private List<Comment> comments(List<Episode.Id> wanted, Range range) {
        Set<Episode.Id> ids = Set.copyOf(wanted);
        List<Episode> found =
                episodes
                        .of(
                                wanted.stream()
                                        .map(Episode.Id::conversation)
                                        .distinct()
                                        .toList(),
                                Episode::of)
                        .stream()
                        .filter(each -> ids.contains(each.id()))
                        .toList();
        return Comment.of(found, range, people());
    }

    private Overview.Period period(int edition, Range range) {
        Tally all = whole(edition, range, true);
        Optional<Range> over = Ties.over(range, clock.instant());
        return new Overview.Period(
                all,
                over.map(part -> part.equals(range) ? all : whole(edition, part, false))
                        .orElseGet(Tally::new));
    }

    private Tally whole(int edition, Range range, boolean times) {
        Tally tally = new Tally();
        addUp(edition, range, Dimension.ALL, false, times, (key, at) -> List.of(tally));
        return tally;
    }

    /** How many episodes ended in this time. */
    int ended(int edition, Range range) {
        Tally tally = whole(edition, range, false);
        return Arrays.stream(Ending.values())
                .mapToInt(each -> tally.get(Count.valueOf(each.name())))
                .sum();
    }

    private void addUp(int edition, Range range, Dimension dimension, boolean finely, boolean times, Sheets.Rows rows) {
        List<Stretch> stretches = finely ? Stretch.coveringFinely(range) : Stretch.covering(range);
        sheets.addUp(edition, dimension, stretches, times, rows);
        for (Range edge : Stretch.edges(range)) {
            List<Episode> some = facts.of(edition, episodes.conversationsBetween(edge.from(), edge.to()));
            Tables.add(some, edge, dimension, rows);
        }
    }

    /** Everything that is read sees the same moment, whatever is taken in meanwhile. */
    <T> T read(IntFunction<T> report) {
        Optional<T> told = Optional.empty();
        while (told.isEmpty()) {
            int edition = rollups.catchUp();
            told = QuarkusTransaction.requiringNew().call(() -> {
                session.createNativeMutationQuery("set transaction isolation level repeatable read, read only")
                        .executeUpdate();
                // All may have been counted anew since, and what was read till then is gone.
                return editions.isThere(edition) ? Optional.of(report.apply(edition)) : Optional.empty();
            });
        }
        return told.get();
    }

    private People people() {
        return new People(accounts.all());
    }
}
