package dev.ramah.theme;

import dev.ramah.conversation.Cause;
import dev.ramah.language.Vector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Counts what belongs to each theme: over the last twelve weeks, a week being seven days that end now. */
@ApplicationScoped
class Figures {

    static final int WEEKS = 12;

    static final int PAGE = 50;

    private static final Duration WEEK = Duration.ofDays(7);

    private static final int QUOTES = 5;

    /** Complaints that quotes are chosen from: the newest. */
    private static final int QUOTED = 300;

    /** Teams, topics or languages that are named. */
    private static final int MOST_NAMED = 8;

    private final Session entities;
    private final Clock clock;

    Figures(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A theme in numbers.
     *
     * @param weeks complaints of each week, the oldest first; {@code volume} is their sum
     * @param mean of the marks 1 to 5 that {@code rated} of them gave; null for none
     * @param rise null where the last day is not more than chance
     * @param cost what was given to those who complained, in hundredths of {@code currency}; null where nothing was
     * @param causes how many were for what, as {@link Cause#UNSAID} where nobody said; the most frequent first
     */
    record Sum(
            Theme theme,
            List<Integer> weeks,
            int volume,
            int customers,
            int rated,
            @Nullable Double mean,
            @Nullable Rise rise,
            @Nullable Long cost,
            @Nullable String currency,
            List<Share> causes) {}

    /** How many of them are so. */
    record Share(String key, int n) {}

    /** Who complains: through which teams, about what as staff say, in which languages. */
    record Who(List<Share> teams, List<Share> topics, List<Share> languages) {}

    /** What is no low mark is for nothing that was said. */
    private static final String CAUSE = "coalesce(lower(cause), '" + Cause.UNSAID + "')";

    private static final String OF_CAUSE = " and (cast(:cause as text) = '' or " + CAUSE + " = :cause)";

    private static final String WEEKLY =
            """
            select theme, cast(floor(extract(epoch from (cast(:now as timestamptz) - at)) / :week) as int) as age,
                   cast(count(*) as int), cast(count(csat) as int), cast(coalesce(sum(csat), 0) as int),
                   cast(coalesce(sum(cost), 0) as int8), max(currency)
              from complaint
             where theme is not null and at > :from and at <= :now %s
             group by 1, 2"""
                    .formatted(OF_CAUSE);

    private static final String CAUSES =
            """
            select theme, %s as cause, cast(count(*) as int) as n from complaint
             where theme is not null and at > :from and at <= :now %s
             group by 1, 2 order by n desc, cause"""
                    .formatted(CAUSE, OF_CAUSE);

    /** Of those who were unhappy: praise may rise as it likes. */
    private static final String DAILY =
            """
            select theme, cast(floor(extract(epoch from (cast(:now as timestamptz) - at)) / 86400) as int),
                   cast(count(*) as int)
              from complaint
             where theme is not null and at > :from and at <= :now and coalesce(csat, 1) <= 3
             group by 1, 2""";

    private static final String CUSTOMERS =
            """
            select theme, cast(count(distinct customer) as int) from complaint
             where theme is not null and at > :from and at <= :now %s group by 1"""
                    .formatted(OF_CAUSE);

    /** Those that somebody pinned, then those that rise, then those that were most complained about. */
    @Transactional
    List<Sum> all() {
        return all("");
    }

    /**
     * The same of what was for one thing only; whether they rise is of all.
     *
     * @param cause as it is sent, or {@link Cause#UNSAID}; empty for all
     */
    @Transactional
    List<Sum> all(String cause) {
        Instant now = clock.instant();
        Map<UUID, List<Object[]>> weekly = new HashMap<>();
        entities.createNativeQuery(WEEKLY, Object[].class)
                .setParameter("week", WEEK.toSeconds())
                .setParameter("cause", cause)
                .setParameter("from", from(now))
                .setParameter("now", now)
                .getResultList()
                .forEach(row -> weekly.computeIfAbsent((UUID) row[0], none -> new ArrayList<>())
                        .add(row));
        Map<UUID, Integer> customers = entities
                .createNativeQuery(CUSTOMERS, Object[].class)
                .setParameter("cause", cause)
                .setParameter("from", from(now))
                .setParameter("now", now)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
        Map<UUID, List<Share>> causes = new HashMap<>();
        entities.createNativeQuery(CAUSES, Object[].class)
                .setParameter("cause", cause)
                .setParameter("from", from(now))
                .setParameter("now", now)
                .getResultList()
                .forEach(row -> causes.computeIfAbsent((UUID) row[0], none -> new ArrayList<>())
                        .add(new Share((String) row[1], (Integer) row[2])));
        Map<UUID, Rise> rises = rises(now);
        return Theme.<Theme>list("mergedInto is null").stream()
                .map(each -> sum(
                        each,
                        weekly.getOrDefault(each.id, List.of()),
                        customers.getOrDefault(each.id, 0),
                        rises.get(each.id),
                        causes.getOrDefault(each.id, List.of())))
                .filter(each -> each.volume() > 0 || each.theme().pinned)
                .sorted(Comparator.comparing((Sum each) -> !each.theme().pinned)
                        .thenComparing(
                                each -> each.rise() == null && !each.theme().hasRisen())
                        .thenComparing(each -> -each.volume())
                        .thenComparing(each -> each.theme().number))
                .toList();
    }

    /** Themes of which more is heard in the last 24 hours than chance explains. */
    @Transactional
    Map<UUID, Rise> rises() {
        return rises(clock.instant());
    }

    private Map<UUID, Rise> rises(Instant now) {
        Instant first = entities.createQuery("select min(at) from Complaint", Instant.class)
                .getSingleResult();
        if (first == null) {
            return Map.of();
        }
        int known = (int)
                Math.max(0, Math.min(Rise.BEFORE, Duration.between(first, now).toDays()));
        Map<UUID, List<Integer>> days = new HashMap<>();
        for (Object[] row : entities.createNativeQuery(DAILY, Object[].class)
                .setParameter("from", now.minus(Duration.ofDays(known + 1L)))
                .setParameter("now", now)
                .getResultList()) {
            List<Integer> of =
                    days.computeIfAbsent((UUID) row[0], none -> new ArrayList<>(Collections.nCopies(known + 1, 0)));
            of.set(Math.max(0, known - (Integer) row[1]), (Integer) row[2]);
        }
        Map<UUID, Rise> rises = new HashMap<>();
        days.forEach((theme, of) -> {
            Rise rise = Rise.of(of, days.size());
            if (rise != null) {
                rises.put(theme, rise);
            }
        });
        return rises;
    }

    private static Sum sum(Theme theme, List<Object[]> rows, int customers, @Nullable Rise rise, List<Share> causes) {
        List<Integer> weeks = new ArrayList<>(Collections.nCopies(WEEKS, 0));
        int rated = 0;
        int marks = 0;
        long cost = 0;
        @Nullable String currency = null;
        for (Object[] row : rows) {
            weeks.set(WEEKS - 1 - (Integer) row[1], (Integer) row[2]);
            rated += (Integer) row[3];
            marks += (Integer) row[4];
            cost += (Long) row[5];
            currency = row[6] == null ? currency : (String) row[6];
        }
        return new Sum(
                theme,
                weeks,
                weeks.stream().mapToInt(Integer::intValue).sum(),
                customers,
                rated,
                rated == 0 ? null : (double) marks / rated,
                rise,
                cost == 0 ? null : cost,
                cost == 0 ? null : currency,
                causes);
    }

    /** One of them, however quiet it is. */
    @Transactional
    Sum of(Theme theme) {
        return all().stream()
                .filter(each -> each.theme().id.equals(theme.id))
                .findFirst()
                .orElseGet(() -> sum(theme, List.of(), 0, null, List.of()));
    }

    /** How many complaints of the last twelve weeks are like too few others. */
    @Transactional
    int loose() {
        Instant now = clock.instant();
        return (int) Complaint.count("theme is null and meaning is not null and at > ?1 and at <= ?2", from(now), now);
    }

    @Transactional
    Who who(Theme theme) {
        return new Who(
                shares("unnest(teams)", theme, "true"),
                shares("topic", theme, "topic is not null"),
                shares("language", theme, "true"));
    }

    private List<Share> shares(String key, Theme theme, String where) {
        Instant now = clock.instant();
        return entities
                .createNativeQuery(
                        "select " + key + " as key, cast(count(*) as int) as n from complaint"
                                + " where theme = :theme and at > :from and at <= :now and " + where
                                + " group by 1 order by n desc, key limit :most",
                        Object[].class)
                .setParameter("theme", theme.id)
                .setParameter("from", from(now))
                .setParameter("now", now)
                .setParameter("most", MOST_NAMED)
                .getResultList()
                .stream()
                .map(row -> new Share((String) row[0], (Integer) row[1]))
                .toList();
    }

    /** The five that tell most of the newest, the most telling first. */
    @Transactional
    List<Complaint> quotes(Theme theme) {
        return quotes(theme, QUOTES);
    }

    /** The same, at most so many. */
    @Transactional
    List<Complaint> quotes(Theme theme, int most) {
        List<Complaint> newest = Complaint.<Complaint>find(
                        "theme = ?1 and words is not null and meaning is not null order by at desc, id", theme.id)
                .page(0, QUOTED)
                .list();
        if (newest.isEmpty()) {
            return List.of();
        }
        Map<UUID, Vector> meanings = newest.stream().collect(Collectors.toMap(each -> each.id, Complaint::vector));
        return Quotes.of(
                newest, each -> Objects.requireNonNull(meanings.get(each.id)), Vector.middle(meanings.values()), most);
    }

    /** Fifty complaints of it, the newest first; {@code page} counts from 0. */
    @Transactional
    List<Complaint> complaints(Theme theme, int page) {
        return Complaint.<Complaint>find("theme = ?1 order by at desc, id", theme.id)
                .page(page, PAGE)
                .list();
    }

    /** The same of those of the last twelve weeks that were for one thing, as {@link #all(String)} has it. */
    @Transactional
    List<Complaint> complaints(Theme theme, String cause, int page) {
        return ofCause("select c.*", theme, cause, Complaint.class)
                .setFirstResult(page * PAGE)
                .setMaxResults(PAGE)
                .getResultList();
    }

    @Transactional
    int count(Theme theme, String cause) {
        return ofCause("select cast(count(*) over () as int)", theme, cause, Integer.class)
                .setMaxResults(1)
                .uniqueResultOptional()
                .orElse(0);
    }

    private <T> NativeQuery<T> ofCause(String what, Theme theme, String cause, Class<T> type) {
        Instant now = clock.instant();
        return entities.createNativeQuery(
                        what + " from complaint c where theme = :theme and at > :from and at <= :now" + OF_CAUSE
                                + " order by at desc, id",
                        type)
                .setParameter("theme", theme.id)
                .setParameter("from", from(now))
                .setParameter("now", now)
                .setParameter("cause", cause);
    }

    /** How many ever belonged to it. */
    @Transactional
    int count(Theme theme) {
        return (int) Complaint.count("theme", theme.id);
    }

    private static Instant from(Instant now) {
        return now.minus(WEEK.multipliedBy(WEEKS));
    }
}
