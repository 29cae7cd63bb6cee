package dev.ramah.practice;

import dev.ramah.practice.Mark.Place;
import dev.ramah.recall.Fact;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Repeat;
import dev.ramah.recall.RepeatGuard;
import dev.ramah.recall.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Marks a rehearsal, criterion by criterion, each with the reason and the places it is from. */
final class Judge {

    /** Each question for what the customer told costs this much of a hundred. */
    private static final int ASKED_AGAIN = 50;

    /**
     * From this likeness on an answer says what a passage says. Of the sample articles, answers in other words are at 0.8
     * and more, and answers from other articles below 0.75.
     */
    static final double SAYS_THE_SAME = 0.78;

    private static final int QUOTED = 80;

    /** Facts that a profile has a place of its own for. */
    private static final String NAME = "name";

    private Judge() {}

    /** What is known of the right article: its key and title, and the passage nearest to an answer. */
    interface Article {

        /** How near this answer is to what the article says, -1 to 1. */
        double nearness(String answer);
    }

    /** What a chat model says of the tone, 0 to 100, and why. */
    record Tone(int points, String reason, List<Place> places) {}

    /**
     * @param article null if none is right, or it is gone
     * @param tone null without a model, or if it didn't say
     */
    static List<Mark> marks(
            Plot plot, List<Utterance> talk, Marking usual, @Nullable Article article, @Nullable Tone tone) {
        Marking marking = plot.marking() == null ? usual : plot.marking();
        boolean silent = Play.answers(talk) == 0;
        List<Mark> marks = new ArrayList<>();
        for (Criterion each : Criterion.values()) {
            if (marking.weight(each) > 0) {
                Mark mark =
                        switch (each) {
                            case FACTS -> facts(plot, talk);
                            case ARTICLE -> article(plot, talk, article);
                            case TONE -> tone(tone);
                            case TIME -> time(talk, marking.seconds());
                        };
                boolean counts = mark.points() != null && silent;
                marks.add(new Mark(
                        each,
                        marking.weight(each),
                        counts ? Integer.valueOf(0) : mark.points(),
                        counts ? "NOT_ANSWERED" : mark.reason(),
                        mark.value(),
                        mark.places()));
            }
        }
        return List.copyOf(marks);
    }

    /** As at the desk, the customer's words and what is known of them say what is known, and so do managers. */
    private static Mark facts(Plot plot, List<Utterance> talk) {
        List<Place> again = new ArrayList<>();
        List<Spoken> said = new ArrayList<>();
        Profile profile = profile(plot);
        List<Fact> told = told(plot, talk);
        for (Utterance each : talk) {
            if (each.isAnswer()) {
                for (Repeat repeat : RepeatGuard.check(each.text(), said, profile, told)) {
                    again.add(new Place(each.seq(), repeat.question() + " – " + repeat.answer(), repeat.seq()));
                }
            }
            if (!each.note()) {
                said.add(new Spoken(each.seq(), each.by().role(), each.text()));
            }
        }
        return again.isEmpty()
                ? mark(100, "NOTHING_ASKED_AGAIN", null, again)
                : mark(Math.max(0, 100 - ASKED_AGAIN * again.size()), "ASKED_AGAIN", again.size(), again);
    }

    /** What is known from the beginning: facts without a line of the customer's. */
    private static Profile profile(Plot plot) {
        Map<String, String> known = new TreeMap<>();
        @Nullable String name = plot.customer().isBlank() ? null : plot.customer();
        @Nullable String email = null;
        for (Plot.Told each : plot.facts()) {
            if (isOnALineOfTheirs(plot, each)) {
                continue;
            }
            if (each.kind().equals("email")) {
                email = each.value();
            } else if (each.kind().equals(NAME)) {
                name = name == null ? each.value() : name;
            } else {
                known.put(each.kind(), each.value());
            }
        }
        return new Profile(name, email, false, List.of(), known);
    }

    /** What managers wrote down with a line is known as soon as that was said, or the same in other words. */
    private static List<Fact> told(Plot plot, List<Utterance> talk) {
        Map<Integer, Integer> places = Play.places(plot, talk);
        List<Fact> told = new ArrayList<>();
        for (Plot.Told each : plot.facts()) {
            Integer place = each.seq() == null ? null : places.get(each.seq());
            if (isOnALineOfTheirs(plot, each)) {
                Optional.ofNullable(place)
                        .or(() -> saying(each.value(), talk))
                        .ifPresent(seq -> told.add(new Fact(each.kind(), each.value(), seq, source(each))));
            }
        }
        return told;
    }

    private static boolean isOnALineOfTheirs(Plot plot, Plot.Told fact) {
        return fact.seq() != null && plot.lines().get(fact.seq() - 1).by() == Who.CUSTOMER;
    }

    private static Optional<Integer> saying(String value, List<Utterance> talk) {
        String wanted = Disguise.folded(value);
        return talk.stream()
                .filter(each -> each.by() == Who.CUSTOMER
                        && Disguise.folded(each.text()).contains(wanted))
                .map(Utterance::seq)
                .findFirst();
    }

    /** A town by itself is no address. */
    private static String source(Plot.Told fact) {
        boolean town = fact.kind().equals("place") && fact.value().codePoints().noneMatch(Character::isDigit);
        return town ? "guessed" : "said";
    }

    private static Mark article(Plot plot, List<Utterance> talk, @Nullable Article article) {
        Plot.Source right = plot.article();
        if (right == null) {
            return mark(null, "NO_ARTICLE", null, List.of());
        }
        Pattern link = Pattern.compile("(?iu)[/#=]" + Pattern.quote(right.article()) + "(?![\\p{L}\\p{N}-])");
        @Nullable Place nearest = null;
        double near = -1;
        for (Utterance each : talk) {
            if (!each.isAnswer()) {
                continue;
            }
            boolean named =
                    each.text().toLowerCase(Locale.ROOT).contains(right.title().toLowerCase(Locale.ROOT));
            if (named || link.matcher(each.text()).find()) {
                return mark(100, "LINKED", null, List.of(new Place(each.seq(), right.title())));
            }
            double here = article == null ? -1 : article.nearness(each.text());
            if (here > near) {
                near = here;
                nearest = new Place(each.seq(), quoted(each.text()));
            }
        }
        if (article == null) {
            return mark(null, "ARTICLE_GONE", null, List.of());
        }
        int hundredths = (int) Math.round(Math.max(0, near) * 100);
        List<Place> where = nearest == null ? List.of() : List.of(nearest);
        return near >= SAYS_THE_SAME
                ? mark(100, "SAID_WHAT_IT_SAYS", hundredths, where)
                : mark(0, "NOT_FROM_IT", hundredths, where);
    }

    private static Mark tone(@Nullable Tone tone) {
        return tone == null
                ? mark(null, "NO_MODEL", null, List.of())
                : mark(tone.points(), tone.reason(), null, tone.places());
    }

    /** Each answer counts from when the customer last said something; several in a row are waited for once. */
    private static Mark time(List<Utterance> talk, int limit) {
        List<Integer> waits = new ArrayList<>();
        List<Place> slow = new ArrayList<>();
        @Nullable Instant since = null;
        for (Utterance each : talk) {
            if (each.by() == Who.CUSTOMER) {
                since = Instant.parse(each.at());
            } else if (each.isAnswer() && since != null) {
                int seconds = (int) Math.max(
                        0, Duration.between(since, Instant.parse(each.at())).toSeconds());
                waits.add(seconds);
                if (seconds > limit) {
                    slow.add(new Place(each.seq(), Integer.toString(seconds)));
                }
                since = null;
            }
        }
        if (waits.isEmpty()) {
            return mark(0, "NOT_ANSWERED", null, List.of());
        }
        int median = median(waits);
        int points = Math.round(100f * (waits.size() - slow.size()) / waits.size());
        return mark(points, slow.isEmpty() ? "IN_TIME" : "SLOW", median, slow);
    }

    static int median(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : Math.round((sorted.get(middle - 1) + sorted.get(middle)) / 2f);
    }

    private static Mark mark(@Nullable Integer points, String reason, @Nullable Integer value, List<Place> places) {
        return new Mark(Criterion.FACTS, 0, points, reason, value, List.copyOf(places));
    }

    private static String quoted(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED).strip() + "…";
    }
}
