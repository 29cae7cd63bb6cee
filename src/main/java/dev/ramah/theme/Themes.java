package dev.ramah.theme;

import dev.ramah.conversation.Bookmarks;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Episodes;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Moves;
import dev.ramah.language.SentenceModel;
import dev.ramah.language.Tongues;
import dev.ramah.language.Vector;
import dev.ramah.platform.Database;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Ids;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import dev.ramah.theme.Grouping.Anchor;
import dev.ramah.theme.Grouping.Centre;
import dev.ramah.theme.Grouping.Placed;
import dev.ramah.theme.Grouping.Point;
import dev.ramah.theme.Grouping.Rule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what customers complain about, and puts it together. What was said is read from the log, with a bookmark of
 * its own; one node does it at a time, by the lock of that bookmark, and whoever changes a theme waits for it.
 */
@ApplicationScoped
class Themes implements Forgets, Moves {

    static final String BOOKMARK = "theme_cursor";

    /** How far back is read when it begins, and how long a complaint waits for others. */
    private static final Duration OLDEST = Duration.ofDays(90);

    /** Within this time of being made a theme finds its name. */
    static final Duration NAMELESS = Duration.ofDays(1);

    /** Complaints that are read in one transaction: half a second. */
    private static final int AT_ONCE = 50;

    private static final int ROUNDS = 4;

    private static final int MOST_LOOSE = 3_000;
    private static final int MOST_DECIDED = 2_000;
    private static final int MOST_NAMING = 3_000;
    private static final int LONGEST_WORDS = 600;

    /** Things said in the episode that stand for a comment that says nothing. */
    private static final int SAID = 2;

    private final Bookmarks bookmarks;
    private final Episodes episodes;
    private final Conversations conversations;
    private final Customers customers;
    private final Accounts accounts;
    private final SentenceModel sentences;
    private final Yardstick yardstick;
    private final Tongues tongues;
    private final Session entities;
    private final Clock clock;

    Themes(
            Bookmarks bookmarks,
            Episodes episodes,
            Conversations conversations,
            Customers customers,
            Accounts accounts,
            SentenceModel sentences,
            Yardstick yardstick,
            Tongues tongues,
            Session entities,
            Clock clock) {
        this.bookmarks = bookmarks;
        this.episodes = episodes;
        this.conversations = conversations;
        this.customers = customers;
        this.accounts = accounts;
        this.sentences = sentences;
        this.yardstick = yardstick;
        this.tongues = tongues;
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        Database.ifThere(this::catchUp);
    }

    /** Takes in what is new, and groups some of what waits for that; the rest the next time. */
    void catchUp() {
        bookmarks.readOn(BOOKMARK, episodes::ratedSince, OLDEST, this::takeIn, () -> {});
        for (int round = 0; round < ROUNDS && group(); round++) {
            // Each in a transaction of its own: whoever changes a theme waits for one of them only.
        }
    }

    private void takeIn(List<UUID> some) {
        List<Heard> told = episodes.of(some, Heard::of).stream()
                .filter(each -> each.rated() != null)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        Set<UUID> forgotten = customers.forgotten(
                told.stream().map(Heard::customer).distinct().toList());
        Map<UUID, Colleague> staff = accounts.byId();
        for (Heard each : told) {
            Optional<Complaint> known = Complaint.of(each.conversation(), each.episode());
            boolean gone = forgotten.contains(each.customer());
            if (each.isComplaint()) {
                Complaint complaint = known.orElseGet(() -> new Complaint(each));
                @Nullable String words = gone ? null : words(each);
                String language = words == null ? each.language() : tongues.of(words, each.language());
                @Nullable UUID left = complaint.hear(each.with(who -> teams(staff.get(who))), language, words);
                complaint.persist();
                recentre(left);
            } else if (!gone) {
                // They took it back.
                known.ifPresent(this::drop);
            }
        }
    }

    private static List<String> teams(@Nullable Colleague who) {
        return who == null ? List.of() : who.teams();
    }

    /** The comment, or where it says nothing what they wanted; null if neither says anything. */
    private @Nullable String words(Heard heard) {
        if (heard.isCommented()) {
            return shortened(Objects.requireNonNull(heard.comment()));
        }
        Stream<String> said = conversations.entries(new ConversationRef(heard.conversation()), 0).stream()
                .filter(each -> each.episode() == heard.episode() && each.isBy(Role.CUSTOMER))
                .flatMap(each -> each.what() instanceof Happened.Said words ? Stream.of(words.text()) : Stream.empty())
                .filter(Heard::isTelling)
                .limit(SAID);
        String words = said.collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : shortened(words);
    }

    private static String shortened(String words) {
        String all = words.strip();
        return all.length() <= LONGEST_WORDS
                ? all
                : all.substring(0, all.offsetByCodePoints(0, all.codePointCount(0, LONGEST_WORDS)));
    }

    private void drop(Complaint complaint) {
        @Nullable UUID centre = complaint.centre;
        complaint.delete();
        recentre(centre);
    }

    private void recentre(@Nullable UUID left) {
        if (left != null) {
            recentre(Set.of(left));
        }
    }

    /** What a complaint said when its meaning was read. */
    private record Meant(String words, Vector meaning) {}

    /**
     * Groups some; whether there may be more. The sentence model is asked before anybody waits for it: it may be slow, and
     * at a start it is not there yet, while a transaction in which nothing happens is ended.
     */
    private boolean group() {
        List<Complaint> some = QuarkusTransaction.requiringNew().call(this::fresh);
        if (some.isEmpty()) {
            return false;
        }
        Rule rule = yardstick.rule();
        Map<UUID, Meant> meant =
                some.stream().collect(Collectors.toMap(each -> each.id, each -> new Meant(said(each), meaning(each))));
        QuarkusTransaction.requiringNew().run(() -> {
            bookmarks.hold(BOOKMARK);
            // What was said anew meanwhile comes the next time, and what was erased never.
            Map<Complaint, Vector> read = new LinkedHashMap<>();
            for (Complaint each : fresh()) {
                @Nullable Meant then = meant.get(each.id);
                if (then != null && then.words().equals(said(each))) {
                    read.put(each, then.meaning());
                }
            }
            group(read, rule);
        });
        return some.size() == AT_ONCE;
    }

    private List<Complaint> fresh() {
        return Complaint.<Complaint>find("words is not null and meaning is null order by at, id")
                .page(0, AT_ONCE)
                .list();
    }

    private static String said(Complaint complaint) {
        return Objects.requireNonNull(complaint.words);
    }

    private void group(Map<Complaint, Vector> fresh, Rule rule) {
        Map<UUID, Theme> themes =
                Theme.<Theme>listAll().stream().collect(Collectors.toMap(each -> each.id, each -> each));
        Map<UUID, Centre> centres = themes.values().stream().collect(Collectors.toMap(each -> each.id, Theme::centre));
        Map<UUID, Complaint> loose = Complaint.<Complaint>find(
                        "meaning is not null and theme is null and at >= ?1 order by at desc, id",
                        clock.instant().minus(OLDEST))
                .page(0, MOST_LOOSE)
                .list()
                .stream()
                .collect(Collectors.toMap(each -> each.id, each -> each));
        Grouping grouping = new Grouping(
                rule,
                centres.values(),
                anchors(),
                loose.values().stream().map(Complaint::point).toList());
        Set<Theme> touched = new HashSet<>();
        for (Complaint each : fresh.keySet()) {
            each.meaning = Objects.requireNonNull(fresh.get(each)).bytes();
            loose.put(each.id, each);
            Placed placed = grouping.place(each.point());
            if (placed == null) {
                continue;
            }
            Theme theme;
            if (placed.theme() == null) {
                theme = founded(placed.points());
                themes.put(theme.id, theme);
                centres.put(theme.id, theme.centre());
                grouping.founded(Objects.requireNonNull(centres.get(theme.id)));
            } else {
                theme = Objects.requireNonNull(themes.get(placed.theme()));
            }
            Theme staying = theme.staying();
            placed.points().forEach(point -> Objects.requireNonNull(loose.remove(point.id()))
                    .belongsTo(staying, theme.id));
            touched.add(theme);
        }
        touched.forEach(each -> each.isAt(Objects.requireNonNull(centres.get(each.id))));
        entities.flush();
        name(touched.stream().filter(this::mayBeNamed).toList());
    }

    private List<Anchor> anchors() {
        return Complaint.<Complaint>find("decided and meaning is not null and centre is not null order by at desc, id")
                .page(0, MOST_DECIDED)
                .list()
                .stream()
                .map(each -> new Anchor(Objects.requireNonNull(each.centre), each.vector()))
                .toList();
    }

    private Vector meaning(Complaint complaint) {
        String words = said(complaint);
        return sentences.meaning(sentences.readsOnlyEnglish() ? Gloss.of(words, complaint.language) : words);
    }

    private Theme founded(Collection<Point> points) {
        return begun(points.stream().map(Point::meaning).toList());
    }

    /** A new theme around these; there must be one at least. */
    Theme begun(Collection<Vector> meanings) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        int number = entities.createQuery("select coalesce(max(number), 0) + 1 from Theme", Integer.class)
                .getSingleResult();
        Theme theme = new Theme(id, number, now, Theme.bytes(Centre.of(id, meanings)));
        theme.persistAndFlush();
        return theme;
    }

    private boolean mayBeNamed(Theme theme) {
        boolean isNew = theme.at.isAfter(clock.instant().minus(NAMELESS));
        return !theme.named
                && theme.mergedInto == null
                && (theme.name.isEmpty() || (isNew && !theme.titled && !theme.pinned));
    }

    /** Gives each the name that its words give it. */
    void name(Collection<Theme> some) {
        if (some.isEmpty()) {
            return;
        }
        List<Said> said = newestSaid();
        for (Theme theme : some) {
            theme.titled = false;
            theme.name = Naming.of(
                    theme.name,
                    lines(said, each -> theme.id.equals(each.theme)),
                    lines(said, each -> !theme.id.equals(each.theme)));
        }
    }

    /** The newest that was written in all themes, as far as words are named by. */
    List<Naming.Line> said() {
        return lines(newestSaid(), each -> true);
    }

    private List<Said> newestSaid() {
        return entities
                .createQuery(
                        """
                        select theme, customer, language, words from Complaint
                         where theme is not null and words is not null order by at desc""",
                        Object[].class)
                .setMaxResults(MOST_NAMING)
                .getResultList()
                .stream()
                .map(row -> new Said((UUID) row[0], new Naming.Line((UUID) row[1], (String) row[2], (String) row[3])))
                .toList();
    }

    private record Said(UUID theme, Naming.Line line) {}

    private static List<Naming.Line> lines(List<Said> said, Predicate<Said> which) {
        return said.stream().filter(which).map(Said::line).toList();
    }

    /** Where the middles are after something left them. */
    void recentre(Collection<UUID> centres) {
        entities.flush();
        for (UUID each : centres) {
            Theme theme = Theme.findById(each);
            List<Vector> left = Complaint.<Complaint>list("centre = ?1 and meaning is not null", each).stream()
                    .map(Complaint::vector)
                    .toList();
            theme.isAt(left.isEmpty() ? theme.nowhere() : Centre.of(each, left));
        }
    }

    /**
     * The theme of this number, or the one that it is part of now.
     *
     * @throws dev.ramah.platform.Problem NOT_FOUND
     */
    @Transactional
    Theme find(int number) {
        return Theme.of(number);
    }

    @Override
    @Transactional
    public void forget(UUID customer) {
        // Whoever groups reads words: what is read before this is found below, and what is read after is gone.
        bookmarks.hold(BOOKMARK);
        List<UUID> theirs = conversations.ofCustomer(customer).stream()
                .map(each -> each.conversation().id())
                .toList();
        if (theirs.isEmpty()) {
            return;
        }
        List<Complaint> complaints = Complaint.list("conversation in ?1", theirs);
        Set<UUID> centres = new HashSet<>();
        Set<UUID> themes = new HashSet<>();
        Set<String> erased = new HashSet<>();
        for (Complaint each : complaints) {
            erased.addAll(Naming.words(Objects.requireNonNullElse(each.words, "")));
            if (each.centre != null && each.theme != null) {
                centres.add(each.centre);
                themes.add(each.theme);
            }
            each.forget();
        }
        recentre(centres);
        name(themes.stream()
                .map(each -> Theme.<Theme>findById(each))
                .filter(each -> !each.named && !isStillSaid(each, erased))
                .toList());
    }

    /** Whether each word of its name is one that two customers used, or that a model found by itself. */
    private boolean isStillSaid(Theme theme, Set<String> erased) {
        Map<String, Set<UUID>> users = new HashMap<>();
        for (Complaint each : Complaint.<Complaint>list("theme = ?1 and words is not null", theme.id)) {
            Naming.words(Objects.requireNonNull(each.words))
                    .forEach(word -> users.computeIfAbsent(word, unknown -> new HashSet<>())
                            .add(each.customer));
        }
        return Naming.words(theme.name).stream()
                .filter(word -> !theme.titled || erased.contains(word))
                .allMatch(word -> users.getOrDefault(word, Set.of()).size() >= Naming.SAID_BY);
    }

    @Override
    @Transactional
    public void move(UUID from, Guest to) {
        entities.createMutationQuery("update Complaint set customer = :to where customer = :from")
                .setParameter("to", to.id())
                .setParameter("from", from)
                .executeUpdate();
    }
}
