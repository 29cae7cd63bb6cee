package dev.ramah.replies;

import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.State;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Order;
import dev.ramah.desk.Reader;
import dev.ramah.knowledge.Found;
import dev.ramah.knowledge.Library;
import dev.ramah.knowledge.Match;
import dev.ramah.language.Tongues;
import dev.ramah.recall.Fact;
import dev.ramah.recall.Facts;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Spoken;
import dev.ramah.replies.Suggestion.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** The door to suggested replies: what may fit the customer's last words, and what became of it. */
@ApplicationScoped
class Suggestions {

    /** The newest of what they said since somebody answered; before that they spoke of something else. */
    private static final int WORDS = 3;

    /** An agent looks before it is sent, so more may be wrong than where the bot answers. */
    private static final double RISK = 0.5;

    private static final int MOST_ARTICLES = 2;
    private static final int MOST_SOLVED = 1;

    /** Looked at for one that may be said to anybody. */
    private static final int CANDIDATES = 5;

    /** Shorter ones tell nobody else anything. */
    private static final int TELLING = 40;

    private final Conversations conversations;
    private final Customers customers;
    private final Library library;
    private final Experience experience;
    private final Tongues tongues;
    private final Session entities;
    private final Clock clock;

    Suggestions(
            Conversations conversations,
            Customers customers,
            Library library,
            Experience experience,
            Tongues tongues,
            Session entities,
            Clock clock) {
        this.conversations = conversations;
        this.customers = customers;
        this.library = library;
        this.experience = experience;
        this.tongues = tongues;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * What may fit.
     *
     * @param seq the customer's newest words that it is for; 0 when they wait for no answer
     */
    record Fitting(int seq, List<Suggestion> suggestions) {}

    /** For what the customer said since a person last answered; nothing of conversations that they may not read. */
    Fitting of(State state, Reader reader) {
        List<Entry> episode = conversations.entries(state.conversation(), 0).stream()
                .filter(each -> each.episode() == state.episode())
                .toList();
        List<Entry> open = unanswered(episode);
        if (open.isEmpty()) {
            return new Fitting(0, List.of());
        }
        String together = open.stream().map(Suggestions::text).collect(Collectors.joining("\n"));
        String language = tongues.of(together, state.language());
        Entry newest = open.get(open.size() - 1);
        Set<String> told = told(episode);
        Map<String, Suggestion> articles = new LinkedHashMap<>();
        List<Suggestion> solved = new ArrayList<>();
        // The newest words may ask something new; if they say little by themselves, those before them say what it is.
        for (String words : new LinkedHashSet<>(List.of(text(newest), together))) {
            Found found = library.search(words, language);
            fromArticles(found, told, language)
                    .forEach(
                            each -> articles.putIfAbsent(each.citations().get(0).article(), each));
            if (solved.isEmpty()) {
                solved.addAll(fromExperience(words, language, state, reader, wordsOf(found)));
            }
        }
        return new Fitting(
                newest.seq(),
                Stream.concat(articles.values().stream().limit(MOST_ARTICLES), solved.stream())
                        .toList());
    }

    private static List<Entry> unanswered(List<Entry> episode) {
        List<Entry> open = new ArrayList<>();
        for (Entry each : episode) {
            if (each.what() instanceof Happened.Said said) {
                if (each.isBy(Role.AGENT)) {
                    open.clear();
                } else if (each.isBy(Role.CUSTOMER) && !said.text().isBlank()) {
                    open.add(each);
                }
            }
        }
        return open.subList(Math.max(0, open.size() - WORDS), open.size());
    }

    private static String text(Entry entry) {
        return entry.what() instanceof Happened.Said said ? said.text() : "";
    }

    /** Articles that the customer was given and that did not do. */
    private static Set<String> told(List<Entry> episode) {
        return episode.stream()
                .flatMap(each -> each.what() instanceof Happened.Said said && each.isBy(Role.BOT)
                        ? said.citations().stream().map(Citation::article)
                        : Stream.<String>empty())
                .collect(Collectors.toSet());
    }

    private static List<Suggestion> fromArticles(Found found, Set<String> told, String language) {
        double sure = found.threshold(RISK);
        return found.matches().stream()
                .filter(each -> each.confidence() >= sure && !told.contains(each.article()))
                .limit(MOST_ARTICLES)
                .map(each -> new Suggestion(
                        Kind.ARTICLE,
                        each.passage().text(),
                        each.language(),
                        each.language().equals(language),
                        List.of(new Citation(each.article(), each.title()))))
                .toList();
    }

    /** Names of things that the shop writes itself are nobody's secret. */
    private static Set<String> wordsOf(Found found) {
        return found.matches().stream()
                .flatMap((Match each) -> Stream.of(
                        each.title(), each.passage().heading(), each.passage().text()))
                .flatMap(each -> Arrays.stream(each.toLowerCase(Locale.ROOT).split("[^\\p{L}'’-]+", -1)))
                .collect(Collectors.toSet());
    }

    private List<Suggestion> fromExperience(
            String words, String language, State state, Reader reader, Set<String> ours) {
        return experience.near(words, language).stream()
                .filter(each -> !each.conversation().equals(state.conversation()))
                .limit(CANDIDATES)
                .filter(each -> reader.mayRead(conversations.find(each.conversation())))
                .flatMap(each -> best(each, ours))
                .limit(MOST_SOLVED)
                .map(each -> new Suggestion(Kind.SOLVED, each, language, true, List.of()))
                .toList();
    }

    private Stream<String> best(Solved solved, Set<String> ours) {
        Set<String> theirs = theirs(solved);
        return solved.answers().stream()
                .map(each -> Discretion.of(each, theirs, ours))
                .filter(each -> each.length() >= TELLING)
                .max(Comparator.comparingInt(String::length))
                .stream();
    }

    /** Whatever is known of this customer, from what they said and from what the shop told. */
    private Set<String> theirs(Solved solved) {
        Set<String> theirs = new HashSet<>(solved.by());
        solved.by().forEach(each -> theirs.addAll(List.of(each.split("\\s+", -1))));
        List<Spoken> heard = solved.heard().stream()
                .map(each -> new Spoken(1, Role.CUSTOMER, each))
                .toList();
        Facts.in(heard, Profile.UNKNOWN).stream().map(Fact::value).forEach(theirs::add);
        customers.find(solved.customer()).ifPresent(guest -> theirs.addAll(known(guest)));
        for (Order order : customers.orders(solved.customer())) {
            theirs.add(order.order());
            theirs.addAll(order.items());
        }
        theirs.removeIf(String::isBlank);
        return theirs;
    }

    private static Set<String> known(Guest guest) {
        Set<String> known = new HashSet<>(guest.attributes().values());
        if (guest.name() != null) {
            known.add(guest.name());
            known.addAll(List.of(guest.name().split("\\s+", -1)));
        }
        if (guest.email() != null) {
            known.add(guest.email());
        }
        return known;
    }

    enum Outcome {
        USED,
        EDITED,
        IGNORED
    }

    /** What became of what was suggested for these words; the first to say so counts, and no text is kept. */
    @Transactional
    void became(State state, int seq, Kind kind, Outcome outcome) {
        entities.createNativeMutationQuery(
                        """
                        insert into suggestion_outcome (conversation, seq, kind, outcome, at)
                        values (:conversation, :seq, :kind, :outcome, :at) on conflict do nothing""")
                .setParameter("conversation", state.conversation().id())
                .setParameter("seq", seq)
                .setParameter("kind", kind.name())
                .setParameter("outcome", outcome.name())
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /** How many of the last days were used, edited and ignored, by where they came from. */
    @Transactional
    Map<Kind, Map<Outcome, Long>> tally(Duration back) {
        Map<Kind, Map<Outcome, Long>> tally = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            tally.put(kind, new EnumMap<>(Outcome.class));
        }
        entities.createNativeQuery(
                        "select kind, outcome, count(*) from suggestion_outcome where at >= :from group by kind, outcome",
                        Object[].class)
                .setParameter("from", clock.instant().minus(back))
                .getResultStream()
                .forEach(row -> tally.computeIfAbsent(
                                Kind.valueOf((String) row[0]), none -> new EnumMap<>(Outcome.class))
                        .put(Outcome.valueOf((String) row[1]), ((Number) row[2]).longValue()));
        return tally;
    }
}
