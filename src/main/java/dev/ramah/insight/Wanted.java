package dev.ramah.insight;

import dev.ramah.platform.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which episodes are looked for.
 *
 * @param moment the column that puts them in order
 * @param condition of {@code insight_episode}, with {@code :edition} and these parameters
 * @param events what has to have happened in them, from {@code from} on: {@code happened} are the moments at which it did; null
 *     where what is counted happens once in an episode
 */
record Wanted(String moment, String condition, @Nullable String events, Map<String, Object> parameters) {

    static Wanted all(What what, Range range) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", range.from());
        parameters.put("to", range.to());
        String moment = what.moment();
        String first = moment;
        @Nullable String events = null;
        if (what.events() != null) {
            // Whatever happened in an episode did so between these two, which have an index.
            first = "opened";
            events = "from (" + what.events() + ") as event (happened) where happened >= :from and happened < :to";
        }
        return new Wanted(
                moment,
                "edition = :edition and " + moment + " >= :from and " + first + " < :to and " + what.condition(),
                events,
                parameters);
    }

    /** These, whatever they are. */
    static Wanted these(Collection<Episode.Id> episodes) {
        return new Wanted("opened", "edition = :edition", null, Map.of()).among(episodes);
    }

    /** What holds for the rows that are looked for. */
    String where() {
        return events == null ? condition : condition + " and exists (select 1 " + events + ")";
    }

    /** How often it happened in one of them, for {@code select}. */
    String often() {
        return events == null ? "1" : "(select count(*) " + events + ")";
    }

    /**
     * Those of one row of a table.
     *
     * @throws Problem INVALID if such a table can't have such a row
     */
    static Wanted row(What what, Range range, Split by, String key, People people, Map<String, Set<String>> tags) {
        Wanted all = all(what, range);
        String local = "(" + (what.events() == null ? what.moment() : "happened") + " at time zone :zone)";
        return switch (by) {
            case LANGUAGE -> all.and("language = :key", "key", key);
            case REASON -> all.and("reason = :key", "key", key);
            case CONTACT -> all.and("facts ->> 'contact' = :key", "key", key);
            case PAGE -> all.and("page = :key", "key", key);
            case GOODWILL -> all.and("facts ->> 'goodwill' = :key", "key", key);
            case TARGET ->
                all.and(
                        "coalesce(facts -> 'served' ->> 'team', '-') = :key"
                                + " and (asked_at is not null or cardinality(people) > 0)",
                        "key",
                        key);
            case OPENING ->
                all.and(
                        "cast(facts -> 'served' ->> 'open' as boolean) = :open",
                        "open",
                        oneOf(key, "inside", "outside"));
            case CAUSE -> all.and(What.unhappy() + " and lower(facts -> 'rating' ->> 'cause') = :key", "key", key);
            case AGENT -> all.andAny("people", texts(people.called(key)));
            case ALONE, TOOK_PART ->
                all.andAny("people", texts(people.called(key)))
                        .and("(cardinality(people) = 1) = :alone", "alone", by == Split.ALONE);
            case TEAM -> all.andAny("people", texts(people.of(key)));
            case TOPIC ->
                all.andAny(
                        "articles",
                        tags.entrySet().stream()
                                .filter(each -> each.getValue().contains(key))
                                .map(Map.Entry::getKey)
                                .toList());
            case HANDLER -> all.and("(cardinality(people) = 0) = :alone", "alone", oneOf(key, "bot", "person"));
            case DAY ->
                all.at("cast(" + local + " as date) = :key", "key", day(key))
                        .and("true", "zone", range.zone().getId());
            case HOUR ->
                all.at("to_char(" + local + ", 'ID-HH24') = :key", "key", key)
                        .and("true", "zone", range.zone().getId());
        };
    }

    /** Of these, those that are among others. */
    Wanted among(Collection<Episode.Id> others) {
        return and(
                        "(conversation, number) in (select * from unnest(cast(:conversations as uuid[]), cast(:numbers as int[])))",
                        "conversations",
                        others.stream().map(Episode.Id::conversation).toArray(UUID[]::new))
                .and("true", "numbers", others.stream().map(Episode.Id::number).toArray(Integer[]::new));
    }

    /** About one of so many of them, the same ones each time. */
    Wanted oneOf(int many) {
        return and("(hashtext(cast(conversation as text)) & 2147483647) % :many = 0", "many", many);
    }

    /** Those that this one of staff spoke in. */
    static Wanted of(What what, Range range, UUID agent) {
        return all(what, range).andAny("people", List.of(agent.toString()));
    }

    private Wanted and(String more, String name, Object value) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(name, value);
        return new Wanted(moment, condition + " and " + more, events, all);
    }

    /** With more about the moment at which it counts. */
    private Wanted at(String more, String name, Object value) {
        if (events == null) {
            return and(more, name, value);
        }
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(name, value);
        return new Wanted(moment, condition, events + " and " + more, all);
    }

    private Wanted andAny(String column, List<String> of) {
        return and(column + " && cast(:any as text[])", "any", of.toArray(String[]::new));
    }

    private static boolean oneOf(String key, String yes, String no) {
        if (!key.equals(yes) && !key.equals(no)) {
            throw Problem.invalid("key must be " + yes + " or " + no);
        }
        return key.equals(yes);
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static LocalDate day(String key) {
        try {
            return LocalDate.parse(key);
        } catch (DateTimeException e) {
            throw Problem.invalid("key must be a date like 2026-11-21");
        }
    }
}
