package dev.ramah.insight;

import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Ending;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EpisodeLog;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.feedback.Rating;
import dev.ramah.survey.Tallies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One episode as managers count it: what its entries add up to.
 *
 * @param customer whose it is now
 * @param page the path of the page that the customer wrote from; null if it isn't known
 * @param opened its first entry
 * @param ended null while it goes on, as is {@code ending}
 * @param asked whether the customer was asked how it went, in whatever way; the log knows of the chat only
 * @param answered whether they were, and said anything
 * @param askedAgain whether staff asked for what the customer had told, as the guard found; the log does not say it
 * @param told waits of which the customer was told how long they would be, as they began; the log does not say it
 * @param people the names of everyone of staff whom the customer met, under their ids: who said, sent or gave something, or
 *     ended it
 * @param reason the rule that first asked for a person; null if none did
 * @param waits from asking for a person, or losing one, until somebody took it or the episode ended, given up or not;
 *     one that goes on is not among them
 * @param firstResponse from asking for a person to a person's first word; null without either
 * @param bot how long the bot had it alone: until somebody asked for a person or took it, or it ended; null while it has
 * @param held each time that a person had it, from taking it to handing it on, losing it or its end; one that goes on
 *     is not among them
 * @param temper how the customer's mood went
 * @param articles what the bot cited
 * @param thumbs the last thumb on each of the bot's answers
 * @param rating null if nothing was said about it, also not later
 * @param contact what staff say the customer got in touch about; null if nobody said
 * @param goodwill {@code given} if the customer got a gesture, unless they had said before how it went; {@code none} if they
 *     got none from the people they met; null if they met nobody
 * @param promised when we promised to come back
 * @param late when such a moment came before a word of ours
 * @param team that it was last handed to; null if it was handed to none
 * @param served by the hours and targets of those who are asked; see {@link Terms}
 * @param ties what it has to do with others; an episode by itself has none
 */
record Episode(
        UUID conversation,
        int number,
        UUID customer,
        String language,
        @Nullable String page,
        Instant opened,
        @Nullable Instant ended,
        @Nullable Ending ending,
        boolean asked,
        boolean answered,
        boolean askedAgain,
        List<ToldWait> told,
        Map<UUID, String> people,
        @Nullable String reason,
        List<Span> waits,
        @Nullable Span firstResponse,
        @Nullable Span bot,
        List<Span> held,
        Temper temper,
        Set<String> articles,
        List<Thumb> thumbs,
        @Nullable Rating rating,
        @Nullable String contact,
        @Nullable String goodwill,
        List<Instant> promised,
        List<Instant> late,
        @Nullable String team,
        Served served,
        Ties ties)
        implements Ties.Tied {

    /** What a customer thought of an answer of the bot, and when they said so. */
    record Thumb(Instant at, boolean up) {}

    /** How an episode is told from all others. */
    record Id(UUID conversation, int number) {}

    private static final int LONGEST_PATH = 200;

    static Episode of(EpisodeLog log) {
        List<Entry> entries = log.entries();
        Optional<Entry> end = first(entries, each -> each.what() instanceof Happened.Resolved);
        Optional<Happened.Resolved> resolved = end.map(each -> (Happened.Resolved) each.what());
        boolean asked = resolved.map(Happened.Resolved::survey).orElse(false);
        @Nullable Rating rating = rating(entries);
        return new Episode(
                log.conversation().id(),
                log.episode(),
                log.customer(),
                log.language(),
                path(log.page()),
                entries.get(0).at(),
                end.map(Entry::at).orElse(null),
                resolved.map(Happened.Resolved::ending).orElse(null),
                asked,
                asked && rating != null,
                false,
                List.of(),
                people(entries),
                escalation(entries)
                        .map(each -> ((Happened.Escalated) each.what()).reason())
                        .orElse(null),
                waits(entries),
                firstResponse(entries),
                bot(entries),
                held(entries),
                Temper.of(log.words()),
                articles(entries),
                thumbs(entries),
                rating,
                contact(entries),
                goodwill(entries),
                moments(entries, Happened.Pended.class::isInstance),
                moments(entries, each -> each instanceof Happened.Returned returned && returned.late()),
                team(entries),
                Served.UNKNOWN,
                Ties.NONE);
    }

    private static @Nullable String team(List<Entry> entries) {
        @Nullable String team = null;
        for (Entry each : entries) {
            if (each.what() instanceof Happened.Transferred transferred && transferred.team() != null) {
                team = transferred.team();
            }
        }
        return team;
    }

    private static @Nullable String contact(List<Entry> entries) {
        return entries.stream()
                .filter(each -> each.what() instanceof Happened.Tagged)
                .map(each -> ((Happened.Tagged) each.what()).reason())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static @Nullable String goodwill(List<Entry> entries) {
        boolean given = entries.stream()
                .takeWhile(each -> !(each.what() instanceof Happened.Rated))
                .anyMatch(each -> each.what() instanceof Happened.Gave);
        if (given) {
            return "given";
        }
        return entries.stream().anyMatch(Episode::isWordOfPerson) ? "none" : null;
    }

    private static List<Instant> moments(List<Entry> entries, Predicate<Happened> wanted) {
        return entries.stream()
                .filter(each -> wanted.test(each.what()))
                .map(Entry::at)
                .toList();
    }

    Id id() {
        return new Id(conversation, number);
    }

    /** The same, but what the customer wrote about it is an empty text: it was there, and is for nobody to keep. */
    Episode withoutWords() {
        return rating == null || rating.comment() == null
                ? this
                : with(asked, answered, askedAgain, told, rating.silent(), served, ties);
    }

    Episode with(Ties others) {
        return others.equals(ties) ? this : with(asked, answered, askedAgain, told, rating, served, others);
    }

    Episode with(Served judged) {
        return with(asked, answered, askedAgain, told, rating, judged, ties);
    }

    /** The same, when the customer was asked: also by mail, by a link or days later, of which the log knows nothing. */
    Episode with(Tallies.Asked asking) {
        boolean hasAnswered = answered || asking.answered();
        return asked && answered == hasAnswered
                ? this
                : with(true, hasAnswered, askedAgain, told, rating, served, ties);
    }

    /** The same, when something was asked again in it. */
    Episode withAskedAgain() {
        return with(asked, answered, true, told, rating, served, ties);
    }

    /** The same, when these waits in it were told. */
    Episode withTold(List<ToldWait> waitsTold) {
        return waitsTold.equals(told) ? this : with(asked, answered, askedAgain, waitsTold, rating, served, ties);
    }

    private Episode with(
            boolean wasAsked,
            boolean hasAnswered,
            boolean wasAskedAgain,
            List<ToldWait> waitsTold,
            @Nullable Rating said,
            Served judged,
            Ties others) {
        return new Episode(
                conversation,
                number,
                customer,
                language,
                page,
                opened,
                ended,
                ending,
                wasAsked,
                hasAnswered,
                wasAskedAgain,
                waitsTold,
                people,
                reason,
                waits,
                firstResponse,
                bot,
                held,
                temper,
                articles,
                thumbs,
                said,
                contact,
                goodwill,
                promised,
                late,
                team,
                judged,
                others);
    }

    /** How long people had it in all; nothing if nobody had, or it is not over. */
    Optional<Span> handling() {
        if (ended == null || held.isEmpty()) {
            return Optional.empty();
        }
        Duration all = held.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        return Optional.of(new Span(ended.minus(all), ended));
    }

    /** How long it took, if it is over. */
    Optional<Span> resolution() {
        return Optional.ofNullable(ended).map(end -> new Span(opened, end));
    }

    /** The last moment of what may happen several times in it: waits, promises, thumbs. */
    Optional<Instant> lastEvent() {
        return Stream.of(
                        waits.stream().map(Span::from),
                        told.stream().map(ToldWait::at),
                        promised.stream(),
                        late.stream(),
                        thumbs.stream().map(Thumb::at))
                .flatMap(Function.identity())
                .max(Comparator.naturalOrder());
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
        entries.stream().filter(Episode::isMeeting).map(Entry::by).forEach(by -> {
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

    private static @Nullable Span bot(List<Entry> entries) {
        return first(
                        entries,
                        each -> each.what() instanceof Happened.Escalated
                                || each.what() instanceof Happened.Assigned
                                || each.what() instanceof Happened.Resolved)
                .map(each -> new Span(entries.get(0).at(), each.at()))
                .orElse(null);
    }

    private static List<Span> held(List<Entry> entries) {
        List<Span> held = new ArrayList<>();
        @Nullable Instant since = null;
        for (Entry each : entries) {
            Happened what = each.what();
            if (what instanceof Happened.Assigned) {
                // A manager who takes over ends their time as well.
                if (since != null) {
                    held.add(new Span(since, each.at()));
                }
                since = each.at();
            } else if (since != null
                    && (what instanceof Happened.Requeued
                            || what instanceof Happened.Transferred
                            || what instanceof Happened.Resolved)) {
                held.add(new Span(since, each.at()));
                since = null;
            }
        }
        return List.copyOf(held);
    }

    private static List<Thumb> thumbs(List<Entry> entries) {
        Map<Integer, Thumb> last = new TreeMap<>();
        entries.forEach(each -> {
            if (each.what() instanceof Happened.Thumbed thumbed) {
                last.put(thumbed.target(), new Thumb(each.at(), thumbed.up()));
            }
        });
        return List.copyOf(last.values());
    }

    /** Without what stands behind it: that differs from visitor to visitor, and may tell who they are. */
    private static @Nullable String path(@Nullable String page) {
        if (page == null || page.isBlank()) {
            return null;
        }
        String path =
                page.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "").replaceFirst("[?#].*$", "");
        return path.isEmpty() ? "/" : path.substring(0, Math.min(path.length(), LONGEST_PATH));
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

    /** Taking it and noting something is not enough. */
    private static boolean isMeeting(Entry entry) {
        return entry.isBy(Role.AGENT)
                && (entry.what() instanceof Happened.Said
                        || entry.what() instanceof Happened.Attached
                        || entry.what() instanceof Happened.Gave
                        || entry.what() instanceof Happened.Resolved);
    }

    private static boolean isWordOfPerson(Entry entry) {
        return entry.isBy(Role.AGENT) && entry.what() instanceof Happened.Said;
    }

    private static Optional<Entry> first(List<Entry> entries, Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).findFirst();
    }
}
