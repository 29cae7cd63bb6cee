package dev.ramah.desk;

import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Harsh;
import dev.ramah.conversation.Role;
import dev.ramah.recall.Fact;
import dev.ramah.recall.Facts;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Spoken;
import dev.ramah.recall.Tries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs to go on where the customer stands, so that nothing has to be said twice. It is read from the log at
 * the moment of a hand-over, so it can be made again at any time and has nothing of its own to erase.
 *
 * @param seq the entry that handed over
 * @param request what they want, in their own words; what only hurts whoever reads it is folded away here and below
 * @param answered what the bot answered, and whether it helped (null: nobody knows)
 * @param notHelped what the customer said after an answer that did not help
 * @param tried what they did already, in their own words
 * @param done what colleagues did so far, in order
 * @param mood {@code upset} or {@code danger} if a rule heard that in this episode, otherwise null
 * @param open the words that nobody has answered
 */
record Brief(
        Instant at,
        int seq,
        String reason,
        String request,
        List<Fact> facts,
        List<Answered> answered,
        List<String> notHelped,
        List<Tries.Tried> tried,
        List<Deed> done,
        @Nullable String mood,
        @Nullable String open) {

    /**
     * What a colleague did.
     *
     * @param deed took, replied, noted or transferred
     * @param words their last reply, the note or the reason; null for taking
     */
    record Deed(int seq, Instant at, String name, String deed, @Nullable String words) {}

    record Answered(int seq, String article, String title, @Nullable Boolean helped) {}

    /** Facts and what they tried are looked for in so many messages, the newest: nobody says more first, but a machine might. */
    private static final int MOST_READ = 200;

    /** Rules that hand over because of the newest answer. */
    private static final Set<String> IN_VAIN = Set.of("THUMBS_DOWN", "DID_NOT_HELP", "ASKED_TWICE");

    /** Rules that hear how somebody feels, and what the brief calls it. */
    private static final Map<String, String> MOODS = Map.of("UPSET", "upset", "DANGER", "danger");

    /** The brief of the hand-over at this entry, from the log up to it. */
    static Brief at(Entry handover, List<Entry> log, List<Fact> known, Profile profile) {
        List<Entry> episode = log.stream()
                .filter(each -> each.episode() == handover.episode() && each.seq() <= handover.seq())
                .toList();
        List<Entry> said = episode.stream()
                .filter(each -> each.isBy(Role.CUSTOMER))
                .filter(Brief::isSaid)
                .toList();
        List<Fact> facts = new ArrayList<>(known);
        List<Spoken> spoken = spoken(said.subList(Math.max(0, said.size() - MOST_READ), said.size()));
        Facts.in(spoken, profile).stream()
                .filter(each -> known.stream().noneMatch(other -> isSame(each, other)))
                .forEach(facts::add);
        List<Answered> answered = answered(episode, reason(handover));
        return new Brief(
                handover.at(),
                handover.seq(),
                reason(handover),
                request(said, answered),
                List.copyOf(facts),
                answered,
                notHelped(said, answered),
                tried(spoken),
                done(episode),
                mood(episode),
                open(episode));
    }

    static boolean isSame(Fact one, Fact other) {
        return one.kind().equals(other.kind()) && one.value().equalsIgnoreCase(other.value());
    }

    /** What was said, as those read it who look for facts. */
    static List<Spoken> spoken(List<Entry> log) {
        return log.stream()
                .filter(Brief::isSaid)
                .map(each -> new Spoken(each.seq(), each.by().role(), text(each)))
                .toList();
    }

    /** Of several replies in a row the last tells where things stand. */
    private static List<Deed> done(List<Entry> episode) {
        List<Deed> deeds = new ArrayList<>();
        for (Entry each : episode) {
            Deed deed = each.isBy(Role.AGENT) ? deed(each) : null;
            if (deed == null) {
                continue;
            }
            Deed before = deeds.isEmpty() ? null : deeds.get(deeds.size() - 1);
            if (before != null
                    && deed.deed().equals("replied")
                    && before.deed().equals("replied")
                    && before.name().equals(deed.name())) {
                deeds.remove(deeds.size() - 1);
            }
            deeds.add(deed);
        }
        return List.copyOf(deeds);
    }

    private static @Nullable Deed deed(Entry entry) {
        Happened what = entry.what();
        if (what instanceof Happened.Assigned) {
            return deed(entry, "took", null);
        }
        if (what instanceof Happened.Said said) {
            return deed(entry, "replied", said.text());
        }
        if (what instanceof Happened.Noted noted) {
            return deed(entry, "noted", noted.text());
        }
        if (what instanceof Happened.Gave gave) {
            return deed(entry, "gave", gave.name());
        }
        return what instanceof Happened.Transferred to ? deed(entry, "transferred", to.text()) : null;
    }

    private static Deed deed(Entry entry, String deed, @Nullable String words) {
        return new Deed(entry.seq(), entry.at(), entry.by().name(), deed, words);
    }

    private static @Nullable String mood(List<Entry> episode) {
        return episode.stream()
                .map(Entry::what)
                .filter(Happened.Escalated.class::isInstance)
                .map(each -> MOODS.get(((Happened.Escalated) each).reason()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The words that say most of what is wanted: the first that are more than a greeting, of those that came
     * after answers that may have been right. Words after a wrong answer complain of it; the question is before.
     */
    private static String request(List<Entry> said, List<Answered> answered) {
        int right = answered.stream()
                .filter(each -> !Boolean.FALSE.equals(each.helped()))
                .mapToInt(Answered::seq)
                .max()
                .orElse(0);
        return Stream.of(said.stream().filter(each -> each.seq() > right), said.stream())
                .map(some ->
                        some.filter(each -> isMoreThanAGreeting(text(each))).findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1)))
                .map(Brief::shown)
                .orElse("");
    }

    private static boolean isMoreThanAGreeting(String words) {
        return words.split("\\s+", -1).length >= 3;
    }

    private static List<Answered> answered(List<Entry> episode, String reason) {
        List<Answered> answers = new ArrayList<>();
        for (Entry each : episode) {
            if (each.what() instanceof Happened.Said said && each.isBy(Role.BOT)) {
                for (Citation citation : said.citations()) {
                    answers.add(
                            new Answered(each.seq(), citation.article(), citation.title(), thumb(episode, each.seq())));
                }
            }
        }
        if (IN_VAIN.contains(reason) && !answers.isEmpty()) {
            Answered newest = answers.remove(answers.size() - 1);
            answers.add(new Answered(newest.seq(), newest.article(), newest.title(), false));
        }
        return List.copyOf(answers);
    }

    private static @Nullable Boolean thumb(List<Entry> episode, int answer) {
        Boolean helped = null;
        for (Entry each : episode) {
            if (each.what() instanceof Happened.Thumbed thumbed && thumbed.target() == answer) {
                helped = thumbed.up();
            }
        }
        return helped;
    }

    /** What they said after an answer that did not help tells what was missing in it. */
    private static List<String> notHelped(List<Entry> said, List<Answered> answered) {
        int inVain = answered.stream()
                .filter(each -> Boolean.FALSE.equals(each.helped()))
                .mapToInt(Answered::seq)
                .min()
                .orElse(Integer.MAX_VALUE);
        return said.stream()
                .filter(each -> each.seq() > inVain)
                .map(Brief::shown)
                .toList();
    }

    /** What they said since somebody last answered. */
    private static @Nullable String open(List<Entry> episode) {
        int answered = episode.stream()
                .filter(Brief::isAnswer)
                .mapToInt(Entry::seq)
                .max()
                .orElse(0);
        String words = episode.stream()
                .filter(each -> each.seq() > answered && each.isBy(Role.CUSTOMER) && isSaid(each))
                .map(Brief::shown)
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : words;
    }

    private static boolean isAnswer(Entry entry) {
        return entry.what() instanceof Happened.Said said
                && (entry.isBy(Role.AGENT) || !said.citations().isEmpty());
    }

    private static String reason(Entry handover) {
        Happened what = handover.what();
        if (what instanceof Happened.Escalated escalated) {
            return escalated.reason();
        }
        if (what instanceof Happened.Requeued requeued) {
            return requeued.reason();
        }
        return what instanceof Happened.Transferred ? "TRANSFERRED" : "TAKEN";
    }

    private static List<Tries.Tried> tried(List<Spoken> spoken) {
        Map<Integer, String> whole =
                spoken.stream().collect(Collectors.toMap(Spoken::seq, Spoken::text, (one, other) -> one));
        return Tries.in(spoken).stream()
                .map(each -> new Tries.Tried(
                        each.seq(), Harsh.mild(each.text(), whole.getOrDefault(each.seq(), each.text()))))
                .toList();
    }

    /** As it may be read beside the conversation, where what hurts can be opened. */
    private static String shown(Entry entry) {
        return Harsh.mild(text(entry));
    }

    private static boolean isSaid(Entry entry) {
        return entry.what() instanceof Happened.Said;
    }

    private static String text(Entry entry) {
        return ((Happened.Said) Objects.requireNonNull(entry.what())).text();
    }
}
