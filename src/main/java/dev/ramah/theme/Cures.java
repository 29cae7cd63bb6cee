package dev.ramah.theme;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Database;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Changes;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The door to what is done about themes, and to telling those who asked to be told. Who is told is kept with the decision
 * in one transaction, a row a customer; then the log tells it, under an id of the theme's own, so that it is told once,
 * whichever node does it and whatever got lost in between.
 */
@ApplicationScoped
class Cures implements Forgets {

    private static final Logger LOG = Logger.getLogger(Cures.class);

    private static final Duration BEFORE = Duration.ofDays(7L * Figures.WEEKS);

    private static final int AT_ONCE = 100;

    private final Conversations conversations;
    private final Customers customers;
    private final Accounts accounts;
    private final Changes changes;
    private final Session entities;
    private final Clock clock;

    Cures(
            Conversations conversations,
            Customers customers,
            Accounts accounts,
            Changes changes,
            Session entities,
            Clock clock) {
        this.conversations = conversations;
        this.customers = customers;
        this.accounts = accounts;
        this.changes = changes;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * This is what is done about it from now on.
     *
     * @param words what those who asked for it are told when it is fixed, by language; empty to tell nobody
     * @throws Problem NOT_FOUND, INVALID
     */
    @Transactional
    int set(int number, Colleague by, Cure cure, Map<String, String> words) {
        Cure wanted = cure.checked();
        if (wanted.owner() != null
                && owners().stream().noneMatch(each -> each.id().equals(wanted.owner()))) {
            throw Problem.invalid("owner: only managers and administrators see to a theme.");
        }
        Map<String, String> said = words.isEmpty() ? Map.of() : Notices.texts(words);
        Theme theme = Theme.findById(Theme.of(number).id, LockModeType.PESSIMISTIC_WRITE);
        Cure before = Cure.of(theme);
        Instant now = clock.instant();
        if (!wanted.equals(before)) {
            changes.record(by.ref(), Decisions.WHAT, String.valueOf(theme.number), facts(before), facts(wanted));
            theme.is(wanted, now);
        }
        if (wanted.state() == Cure.State.FIXED && !said.isEmpty()) {
            tell(theme, by, said, now);
        }
        return theme.number;
    }

    private static Map<String, Object> facts(Cure cure) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", cure.state().name());
        facts.put("cause", Objects.requireNonNullElse(cure.cause(), ""));
        facts.put("owner", cure.owner() == null ? "" : cure.owner().toString());
        facts.put("due", cure.due() == null ? "" : cure.due().toString());
        facts.put("reason", Objects.requireNonNullElse(cure.reason(), ""));
        return facts;
    }

    /** Who may see to a theme. */
    List<Colleague> owners() {
        return accounts.all().stream()
                .filter(each -> each.active() && each.role().includes(StaffRole.MANAGER))
                .toList();
    }

    /** "You said, we did", and whether customers read it. */
    @Transactional
    int done(int number, Colleague by, Map<String, String> texts, boolean shown) {
        Map<String, String> said = shown || !texts.isEmpty() ? Notices.texts(texts) : Map.of();
        Theme theme = Theme.of(number);
        if (theme.doneShown != shown || !theme.done.equals(said)) {
            changes.record(
                    by.ref(), Decisions.WHAT, String.valueOf(theme.number), null, Map.of("done", said, "shown", shown));
            theme.done = said;
            theme.doneShown = shown;
        }
        return theme.number;
    }

    /** Keeps a row for each customer who asked to be told, with their newest complaint; who has one is not told again. */
    private void tell(Theme theme, Colleague by, Map<String, String> words, Instant now) {
        for (Complaint each : wanting(theme)) {
            entities.createNativeMutationQuery(
                            """
                            insert into theme_told (theme, customer, conversation, episode, words, by_whom, by_name, at)
                            values (:theme, :customer, :conversation, :episode, :words, :by, :name, :at)
                                on conflict do nothing""")
                    .setParameter("theme", theme.id)
                    .setParameter("customer", each.customer)
                    .setParameter("conversation", each.conversation)
                    .setParameter("episode", each.episode)
                    .setParameter("words", inTheirs(words, each.language))
                    .setParameter("by", by.id())
                    .setParameter("name", by.name())
                    .setParameter("at", now)
                    .executeUpdate();
        }
    }

    /** What is said to who speaks this language: that, or else English, or else whatever there is. */
    static String inTheirs(Map<String, String> words, String language) {
        String english = words.getOrDefault("en", words.values().iterator().next());
        return words.getOrDefault(language, english);
    }

    /** The newest complaint of each who asked to be told. */
    private List<Complaint> wanting(Theme theme) {
        Map<UUID, Complaint> newest = new LinkedHashMap<>();
        Complaint.<Complaint>list("theme = ?1 and tell and words is not null order by at desc, id", theme.id)
                .forEach(each -> newest.putIfAbsent(each.customer, each));
        return List.copyOf(newest.values());
    }

    /** How many asked to be told when it is fixed, and how many of them were. */
    @Transactional
    int[] told(Theme theme) {
        Number told = entities.createNativeQuery(
                        "select count(*) from theme_told where theme = :theme and told_at is not null", Long.class)
                .setParameter("theme", theme.id)
                .getSingleResult();
        return new int[] {wanting(theme).size(), told.intValue()};
    }

    /** Whether there are fewer since it was fixed; null while it isn't. */
    @Transactional
    @Nullable Effect effect(Theme theme) {
        Instant fixed = theme.fixedAt;
        if (fixed == null) {
            return null;
        }
        Instant now = clock.instant();
        Instant first = entities.createQuery("select min(at) from Complaint", Instant.class)
                .getSingleResult();
        Instant from = fixed.minus(BEFORE);
        Instant since = first == null || first.isBefore(from) ? from : first;
        return Effect.of(count(theme, since, fixed), since, count(theme, fixed, now), fixed, now);
    }

    private static int count(Theme theme, Instant from, Instant to) {
        return (int) Complaint.count("theme = ?1 and at >= ?2 and at < ?3", theme.id, from, to);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepTelling() {
        Database.ifThere(this::tellThem);
    }

    private record Waiting(UUID theme, UUID customer, UUID conversation, int episode, String words, Author by) {}

    /** Tells those who wait for it and still want to. Two nodes may come to the same one; the log takes it once. */
    void tellThem() {
        for (Waiting each : QuarkusTransaction.requiringNew().call(this::waiting)) {
            try {
                conversations
                        .managerTellsFixed(
                                new ConversationRef(each.conversation()),
                                each.by(),
                                "theme-" + each.theme(),
                                each.episode(),
                                each.words())
                        .join();
                QuarkusTransaction.requiringNew().run(() -> ended(each));
            } catch (CompletionException refused) {
                Problem problem = Faults.asProblem(refused);
                boolean later = problem.isForLater();
                LOG.warnf("Somebody is not told%s that it is fixed: %s", later ? " yet" : "", problem.detail());
                if (!later) {
                    QuarkusTransaction.requiringNew().run(() -> givenUp(each));
                }
            }
        }
    }

    private List<Waiting> waiting() {
        List<Waiting> waiting = entities
                .createNativeQuery(
                        """
                        select t.theme, t.customer, t.conversation, t.episode, t.words, t.by_whom, t.by_name
                          from theme_told t join complaint c on c.conversation = t.conversation and c.episode = t.episode
                         where t.told_at is null and c.tell order by t.at limit :most""",
                        Object[].class)
                .setParameter("most", AT_ONCE)
                .getResultList()
                .stream()
                .map(row -> new Waiting(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        (Integer) row[3],
                        (String) row[4],
                        Author.agent((UUID) row[5], (String) row[6])))
                .toList();
        Set<UUID> gone =
                customers.forgotten(waiting.stream().map(Waiting::customer).collect(Collectors.toSet()));
        return waiting.stream().filter(each -> !gone.contains(each.customer())).toList();
    }

    private void ended(Waiting told) {
        entities.createNativeMutationQuery(
                        "update theme_told set told_at = :now where theme = :theme and customer = :customer")
                .setParameter("now", clock.instant())
                .setParameter("theme", told.theme())
                .setParameter("customer", told.customer())
                .executeUpdate();
    }

    /** The log will never take it: there is no such episode any more. */
    private void givenUp(Waiting each) {
        entities.createNativeMutationQuery(
                        "delete from theme_told where theme = :theme and customer = :customer and told_at is null")
                .setParameter("theme", each.theme())
                .setParameter("customer", each.customer())
                .executeUpdate();
    }

    /** Nobody tells them any more; that they were told stays. */
    @Override
    @Transactional
    public void forget(UUID customer) {
        List<UUID> theirs = conversations.ofCustomer(customer).stream()
                .map(each -> each.conversation().id())
                .toList();
        entities.createNativeMutationQuery(
                        "delete from theme_told where told_at is null and (customer = :customer or conversation = any(:theirs))")
                .setParameter("customer", customer)
                .setParameter("theirs", theirs.toArray(UUID[]::new))
                .executeUpdate();
    }
}
