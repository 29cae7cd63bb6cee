package dev.ramah.insight;

import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Ending;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EpisodeLog;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.feedback.Rating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One episode as managers count it: what its entries add up to.
 *
 * @param opened its first entry
 * @param ended null while it goes on, as is {@code ending}
 * @param asked whether the customer was asked how it went
 * @param people the names of everyone of staff who said something, under their ids
 * @param reason the rule that first asked for a person; null if none did
 * @param waits from asking for a person, or losing one, until somebody took it or the episode ended, given up or not;
 *     one that goes on is not among them
 * @param firstResponse from asking for a person to a person's first word; null without either
 * @param articles what the bot cited
 * @param rating null if nothing was said about it, also not later
 * @param contact what staff say the customer got in touch about; null if nobody said
 */
record Episode(
        UUID conversation,
        int number,
        String language,
        Instant opened,
        @Nullable Instant ended,
        @Nullable Ending ending,
        boolean asked,
        Map<UUID, String> people,
        @Nullable String reason,
        List<Span> waits,
        @Nullable Span firstResponse,
        Set<String> articles,
        @Nullable Rating rating,
        @Nullable String contact,
        Promised promised) {

    /** How often we promised to come back, and how often the moment came before a word of ours. */
    record Promised(int made, int late) {}

    static Episode of(EpisodeLog log) {
        List<Entry> entries = log.entries();
        Optional<Entry> end = first(entries, each -> each.what() instanceof Happened.Resolved);
        Optional<Happened.Resolved> resolved = end.map(each -> (Happened.Resolved) each.what());
        return new Episode(
                log.conversation().id(),
                log.episode(),
                log.language(),
                entries.get(0).at(),
                end.map(Entry::at).orElse(null),
                resolved.map(Happened.Resolved::ending).orElse(null),
                resolved.map(Happened.Resolved::survey).orElse(false),
                people(entries),
                escalation(entries)
                        .map(each -> ((Happened.Escalated) each.what()).reason())
                        .orElse(null),
                waits(entries),
                firstResponse(entries),
                articles(entries),
                rating(entries),
                contact(entries),
                promised(entries));
    }

    private static @Nullable String contact(List<Entry> entries) {
        return entries.stream()
                .filter(each -> each.what() instanceof Happened.Tagged)
                .map(each -> ((Happened.Tagged) each.what()).reason())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Promised promised(List<Entry> entries) {
        int made = (int) entries.stream()
                .filter(each -> each.what() instanceof Happened.Pended)
                .count();
        int late = (int) entries.stream()
                .filter(each -> each.what() instanceof Happened.Returned returned && returned.late())
                .count();
        return new Promised(made, late);
    }

    /** How long it took, if it is over. */
    Optional<Span> resolution() {
        return Optional.ofNullable(ended).map(end -> new Span(opened, end));
    }

    /** Solved by the bot alone, in the customer's own word. */
    boolean isContained() {
        return ending == Ending.CONFIRMED && people.isEmpty();
    }

    boolean hasMark() {
        return rating != null && rating.csat() != null;
    }

    private static Map<UUID, String> people(List<Entry> entries) {
        Map<UUID, String> people = new LinkedHashMap<>();
        entries.stream().filter(Episode::isWordOfPerson).map(Entry::by).forEach(by -> {
            if (by.id() != null) {
                people.put(by.id(), by.name());
            }
        });
        return people;
    }

    private static List<Span> waits(List<Entry> entries) {
        List<Span> waits = new ArrayList<>();
        @Nullable Instant since = null;
        for (Entry each : entries) {
            Happened what = each.what();
            if (what instanceof Happened.Escalated
                    || what instanceof Happened.Requeued
                    || what instanceof Happened.Transferred) {
                since = each.at();
            } else if (since != null && (what instanceof Happened.Assigned || what instanceof Happened.Resolved)) {
                waits.add(new Span(since, each.at()));
                since = null;
            }
        }
        return List.copyOf(waits);
    }

    private static @Nullable Span firstResponse(List<Entry> entries) {
        @Nullable Entry asked = escalation(entries).orElse(null);
        return asked == null
                ? null
                : first(entries, each -> each.seq() > asked.seq() && isWordOfPerson(each))
                        .map(word -> new Span(asked.at(), word.at()))
                        .orElse(null);
    }

    private static Set<String> articles(List<Entry> entries) {
        return entries.stream()
                .flatMap(each -> each.what() instanceof Happened.Said said
                        ? said.citations().stream()
                        : Stream.<Citation>empty())
                .map(Citation::article)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Rating rating(List<Entry> entries) {
        @Nullable Rating rating = null;
        for (Entry each : entries) {
            if (each.what() instanceof Happened.Rated said) {
                rating = rating == null ? Rating.first(each.at(), said) : rating.then(said);
            }
        }
        return rating;
    }

    private static Optional<Entry> escalation(List<Entry> entries) {
        return first(entries, each -> each.what() instanceof Happened.Escalated);
    }

    private static boolean isWordOfPerson(Entry entry) {
        return entry.isBy(Role.AGENT) && entry.what() instanceof Happened.Said;
    }

    private static Optional<Entry> first(List<Entry> entries, Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).findFirst();
    }
}
