package dev.ramah.recall;

import static dev.ramah.recall.Phrases.named;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sentence of ours that asks the customer for something.
 *
 * @param asks the name of what it asks for, from {@code recall/asks.txt}; {@code detail} if that is nothing of these
 * @param rest what it is about besides the words by which it asks
 */
record Question(Sentence sentence, String asks, Set<String> rest) {

    private static final String MARKS = "marks.txt";
    private static final Phrases SECURITY = named(MARKS, "security");
    private static final Phrases BEGINS_READ_BACK = named(MARKS, "begins-as-read-back");
    private static final Phrases ENDS_READ_BACK = named(MARKS, "ends-as-read-back");
    private static final Phrases OFFER = named(MARKS, "offer");
    private static final Phrases SUGGESTS = named(MARKS, "suggests");
    private static final Phrases ELSE = named(MARKS, "else");
    private static final Phrases ASKS = named(MARKS, "asks");
    private static final Phrases ASKS_ANYWHERE = named(MARKS, "asks-anywhere");
    private static final Phrases ASKS_YES_OR_NO = named(MARKS, "asks-yes-or-no");
    private static final Phrases REQUESTS = named(MARKS, "requests");
    private static final Phrases DONE = named(MARKS, "done");
    private static final Map<String, Phrases> ASKED_FOR = Phrases.in("asks.txt");

    static final String DETAIL = "detail";

    /** Whether it asks for anything at all, also while its question mark is not written yet. */
    static boolean isAsked(String plain) {
        return ASKS.begins(plain) || ASKS_ANYWHERE.isIn(plain) || ASKS_YES_OR_NO.begins(plain) || REQUESTS.isIn(plain);
    }

    /** The questions of a draft; none where it checks who they are, which may ask for everything again. */
    static List<Question> in(String draft, Tongue tongue) {
        List<Sentence> sentences = Sentence.in(draft, tongue);
        List<Question> questions = new ArrayList<>();
        if (sentences.stream().anyMatch(each -> SECURITY.isIn(each.plain()))) {
            return List.of();
        }
        for (Sentence each : sentences) {
            if (each.asks()
                    && !isOffer(each.plain())
                    && (!ELSE.isIn(each.plain()) || DONE.begins(each.plain()))
                    && !readsBack(each)) {
                questions.add(of(each, tongue));
            }
        }
        return questions;
    }

    private static boolean isOffer(String plain) {
        return SUGGESTS.begins(plain) || (OFFER.isIn(plain) && !isChoice(plain) && !isOpen(plain));
    }

    /** Whether more than yes or no is wanted. */
    private static boolean isOpen(String plain) {
        return ASKS.begins(plain) || ASKS_ANYWHERE.isIn(plain);
    }

    /** Of two things, that is: "a refund or a replacement?" */
    static boolean isChoice(String plain) {
        return plain.contains(" or ") || plain.contains(" atau ");
    }

    private static boolean readsBack(Sentence sentence) {
        String plain = sentence.plain();
        if (BEGINS_READ_BACK.begins(plain)) {
            return true;
        }
        boolean open = isOpen(plain) || REQUESTS.isIn(plain);
        return !open && ENDS_READ_BACK.ends(plain);
    }

    private static Question of(Sentence sentence, Tongue tongue) {
        String plain = sentence.plain();
        boolean open = ASKS.isIn(plain) || ASKS_ANYWHERE.isIn(plain) || REQUESTS.isIn(plain) || !isYesOrNo(plain);
        if (open) {
            for (Map.Entry<String, Phrases> each : ASKED_FOR.entrySet()) {
                if (each.getValue().isIn(plain)) {
                    String rest = REQUESTS.cut(each.getValue().cut(plain));
                    return new Question(sentence, each.getKey(), roots(rest, tongue));
                }
            }
        }
        return new Question(sentence, DETAIL, roots(REQUESTS.cut(plain), tongue));
    }

    private static Set<String> roots(String plain, Tongue tongue) {
        return new LinkedHashSet<>(Sentence.of(plain, tongue).roots());
    }

    private static boolean isYesOrNo(String plain) {
        return ASKS_YES_OR_NO.begins(plain);
    }

    boolean isYesOrNo() {
        String plain = sentence.plain();
        return !ASKS.isIn(plain) && !REQUESTS.isIn(plain);
    }

    /** Whether it asks for another one than what was talked of. */
    boolean asksForElse() {
        return ELSE.isIn(sentence.plain());
    }

    /** The same question without the words that only call somebody by their name. */
    Question without(Set<String> names) {
        Set<String> others = new LinkedHashSet<>(rest);
        others.removeAll(names);
        return new Question(sentence, asks, others);
    }

    boolean says(String phrases) {
        return named(MARKS, phrases).isIn(sentence.plain());
    }
}
