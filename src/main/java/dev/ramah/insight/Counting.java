package dev.ramah.insight;

import dev.ramah.conversation.Cause;
import dev.ramah.conversation.Ending;
import dev.ramah.feedback.Rating;
import dev.ramah.platform.Digests;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an episode adds to the figures, and at which moment: beginnings, and whether it had to be told twice, when it was
 * opened; the ending, being asked and
 * the time it all took when it ended; a mark and all that was said with it by the first thing that was said about the
 * episode; waits, first responses and their targets when somebody asked for a person; a thumb when it was given; a
 * promise when it was made, and when it was late.
 */
final class Counting {

    /** Raised when the same episodes would add up to something else than before, or more is kept of them. */
    private static final int WAY = 8;

    private static final long MILLIS = 1_000;

    private Counting() {}

    /** Takes what is counted. */
    interface To {
        void count(Instant at, int cell, long n, long millis);
    }

    /** Changes whenever what was kept can't be read on as it is. */
    static String fingerprint() {
        String cells = Arrays.stream(Count.values())
                        .map(each -> each + "=" + each.cell())
                        .collect(Collectors.joining(","))
                + Arrays.stream(Figure.values())
                        .map(each -> each + "=" + each.number())
                        .collect(Collectors.joining(","))
                + Arrays.toString(Dimension.values())
                + Stretch.MINUTES
                + Stretch.WITH_HOURS;
        return WAY + ":" + Digests.sha256(cells).substring(0, 16);
    }

    /** Each moment is that of one of the episode's entries. */
    static void of(Episode episode, To to) {
        began(episode, to);
        Instant ended = episode.ended();
        if (ended != null) {
            ended(episode, ended, to);
        }
        Rating rating = episode.rating();
        if (rating != null) {
            rated(rating, to);
        }
        Served served = episode.served();
        for (int i = 0; i < episode.waits().size(); i++) {
            Span wait = episode.waits().get(i);
            time(Figure.WAIT, wait.from(), wait, to);
            if (i < served.waits().size()) {
                time(Figure.WAIT_OPEN, wait.from(), served.waits().get(i), to);
            }
        }
        Span first = episode.firstResponse();
        if (first != null) {
            time(Figure.FIRST_RESPONSE, first.from(), first, to);
            time(Figure.FIRST_RESPONSE_OPEN, first.from(), served.firstResponse(), to);
        }
        if (served.asked() != null) {
            one(Count.ESCALATED, served.asked(), to);
            if (served.firstKept() != null) {
                one(served.firstKept() ? Count.FIRST_KEPT : Count.FIRST_MISSED, served.asked(), to);
            }
        }
        episode.told().forEach(each -> told(each, to));
        episode.promised().forEach(each -> one(Count.PROMISED, each, to));
        episode.late().forEach(each -> one(Count.PROMISED_LATE, each, to));
        episode.thumbs().forEach(each -> one(each.up() ? Count.THUMBS_UP : Count.THUMBS_DOWN, each.at(), to));
    }

    private static void began(Episode episode, To to) {
        one(Count.BEGAN, episode.opened(), to);
        if (episode.ties().known()) {
            one(Count.KNOWN, episode.opened(), to);
            if (episode.ties().again()) {
                one(Count.AGAIN, episode.opened(), to);
            }
        }
        if (!episode.people().isEmpty()) {
            metAPerson(episode, to);
        }
    }

    private static void metAPerson(Episode episode, To to) {
        one(Count.MET_A_PERSON, episode.opened(), to);
        if (episode.askedAgain()) {
            one(Count.ASKED_AGAIN, episode.opened(), to);
        }
        Rating rating = episode.rating();
        if (rating != null && rating.repeated() != null) {
            one(rating.repeated() ? Count.SAID_TWICE : Count.SAID_ONCE, episode.opened(), to);
        }
    }

    private static void ended(Episode episode, Instant ended, To to) {
        Ending ending = episode.ending();
        if (ending != null) {
            one(Count.valueOf(ending.name()), ended, to);
        }
        if (episode.isContained()) {
            one(Count.CONTAINED, ended, to);
            boolean known = episode.ties().known();
            if (known) {
                one(Count.CONTAINED_KNOWN, ended, to);
            }
            if (episode.ties().cameBack()) {
                one(known ? Count.CONTAINED_CAME_BACK : Count.CONTAINED_UNKNOWN_CAME_BACK, ended, to);
            }
        }
        if (episode.asked()) {
            one(Count.ASKED, ended, to);
            if (episode.answered()) {
                one(Count.ANSWERED, ended, to);
            }
        }
        episode.resolution().ifPresent(span -> time(Figure.RESOLUTION, ended, span, to));
        episode.handling().ifPresent(span -> time(Figure.HANDLING, ended, span, to));
        Served served = episode.served();
        time(Figure.RESOLUTION_OPEN, ended, served.resolution(), to);
        time(Figure.HANDLING_OPEN, ended, served.handling(), to);
        if (served.resolutionKept() != null) {
            one(served.resolutionKept() ? Count.RESOLUTION_KEPT : Count.RESOLUTION_MISSED, ended, to);
        }
        Span bot = episode.bot();
        if (bot != null) {
            time(Figure.BOT, ended, bot, to);
        }
    }

    private static void rated(Rating rating, To to) {
        Instant at = rating.at();
        if (rating.csat() != null) {
            value(Count.MARK, rating.csat(), at, to);
        }
        if (rating.nps() != null) {
            value(Count.NPS, rating.nps(), at, to);
        }
        if (rating.effort() != null) {
            value(Count.EFFORT, rating.effort(), at, to);
        }
        if (rating.isLow() && rating.cause() != null) {
            value(Count.CAUSE, number(rating.cause()), at, to);
        }
        if (rating.repeated() != null) {
            one(rating.repeated() ? Count.REPEATED : Count.NOT_REPEATED, at, to);
        }
        if (rating.comment() != null) {
            one(Count.COMMENTED, at, to);
        }
    }

    private static void told(ToldWait wait, To to) {
        one(Count.WAIT_TOLD, wait.at(), to);
        time(Figure.WAIT_LIKELY, wait.at(), MILLIS * wait.likely(), to);
        time(Figure.WAIT_MOST, wait.at(), MILLIS * wait.most(), to);
        ToldWait.Outcome outcome = wait.outcome();
        if (outcome != null) {
            Count what =
                    switch (outcome) {
                        case KEPT -> Count.WAIT_KEPT;
                        case BROKEN -> Count.WAIT_BROKEN;
                        case LEFT -> Count.WAIT_LEFT;
                    };
            one(what, wait.at(), to);
        }
        if (wait.served()) {
            time(Figure.WAIT_SERVED, wait.at(), wait.waited(), to);
        }
    }

    /** As sheets know it. */
    static int number(Cause cause) {
        return switch (cause) {
            case ANSWER -> 1;
            case WAIT -> 2;
            case RULE -> 3;
            case PERSON -> 4;
            case PRODUCT -> 5;
        };
    }

    private static void one(Count what, Instant at, To to) {
        to.count(at, what.cell(), 1, 0);
    }

    private static void value(Count what, int value, Instant at, To to) {
        to.count(at, what.cell(value), 1, 0);
    }

    private static void time(Figure figure, Instant at, Span span, To to) {
        time(figure, at, Long.valueOf(span.length().toMillis()), to);
    }

    private static void time(Figure figure, Instant at, @Nullable Long millis, To to) {
        if (millis != null) {
            to.count(at, Tally.cell(figure, Bins.of(millis)), 1, millis);
        }
    }
}
