package dev.ramah.recall;

import dev.ramah.conversation.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notices when a draft of ours asks for what the customer told already. It looks in turn at what the profile has, at
 * questions that were asked and answered before, and at what the customer said; the first that answers counts. It
 * would rather miss a repeat than warn of a new question: read-backs, offers, security checks and questions for
 * something else are left alone. Nothing is kept.
 */
public final class RepeatGuard {

    /** Shorter drafts are not questions yet. */
    private static final int SHORTEST = 5;

    /** A talk that is longer than this is read from here to its end, so that it is read in time. */
    private static final int MOST_ENTRIES = 300;

    /** How much of what a question is about a statement must have to answer it. */
    private static final double MOST = 0.65;

    private static final double NEARLY_ALL = 0.79;
    private static final double HALF = 0.5;

    /** How alike two questions must be to be the same one. */
    private static final double ALIKE = 0.6;

    /** What a word counts that is said elsewhere: it is what the talk is about. */
    private static final double ELSEWHERE = 0.4;

    private static final double BOUGHT = 0.6;

    private final List<Spoken> said;
    private final Profile profile;
    private final Tongue tongue;
    private final List<Heard> heard;
    private final Set<String> elsewhere = new HashSet<>();
    private final Set<String> bought = new HashSet<>();

    private RepeatGuard(List<Spoken> said, Profile profile, List<Fact> known, Tongue tongue) {
        this.said = said;
        this.profile = profile;
        this.tongue = tongue;
        this.heard = Heard.in(said, profile, known, tongue);
        heard.forEach(each -> elsewhere.addAll(each.roots()));
        profile.orders().forEach(order -> order.items()
                .forEach(item -> bought.addAll(Sentence.of(item, tongue).roots())));
    }

    /**
     * What this draft asks for although it is known, one a question.
     *
     * @param said the whole conversation, in order
     */
    public static List<Repeat> check(String draft, List<Spoken> said, Profile profile) {
        return check(draft, said, profile, List.of());
    }

    /**
     * The same where somebody wrote down what the customer told and in which entry.
     *
     * @param known facts with the number of an entry; one that is not said yet is not known yet
     */
    public static List<Repeat> check(String draft, List<Spoken> said, Profile profile, List<Fact> known) {
        boolean mayAsk = draft.strip().length() >= SHORTEST
                && Sentence.in(draft, Tongue.ENGLISH).stream().anyMatch(Sentence::asks);
        if (!mayAsk) {
            return List.of();
        }
        List<Spoken> newest = said.subList(Math.max(0, said.size() - MOST_ENTRIES), said.size());
        return check(draft, newest, profile, known, tongue(draft, newest));
    }

    /** Reads what the libraries know of languages, which takes a moment the first time. */
    public static void warm() {
        List<Spoken> said = List.of(new Spoken(1, Role.CUSTOMER, "Call 0812-3456-7890 on 3 March, it cost $20.50"));
        for (Tongue each : Tongue.ALL) {
            check("What is your phone number?", said, Profile.UNKNOWN, List.of(), each);
        }
    }

    private static Tongue tongue(String draft, List<Spoken> said) {
        return Tongue.of(said.stream()
                        .filter(Spoken::isByCustomer)
                        .map(each -> Sentence.plain(each.text()))
                        .collect(Collectors.joining())
                + Sentence.plain(draft));
    }

    private static List<Repeat> check(
            String draft, List<Spoken> said, Profile profile, List<Fact> known, Tongue tongue) {
        List<Question> questions = Question.in(draft, tongue);
        if (questions.isEmpty()) {
            return List.of();
        }
        RepeatGuard guard = new RepeatGuard(said, profile, known, tongue);
        List<Repeat> repeats = new ArrayList<>();
        Set<String> names = profile.name() == null
                ? Set.of()
                : Sentence.of(profile.name(), tongue).roots();
        for (Question asked : questions) {
            Question each = asked.without(names);
            guard.answer(each)
                    .filter(answer -> !isReadBack(each, answer))
                    .map(answer -> new Repeat(each.sentence().raw(), each.asks(), answer.text(), answer.seq()))
                    .ifPresent(repeats::add);
        }
        return repeats;
    }

    private Optional<Answer> answer(Question question) {
        return Stream.<Optional<Answer>>of(
                        Answers.inProfile(question, profile, tongue),
                        Answers.named(question, heard, tongue),
                        askedBefore(question),
                        told(question))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Who says the value themselves asks whether it is right, and not for it. */
    private static boolean isReadBack(Question question, Answer answer) {
        String draft = question.sentence().raw().toLowerCase(Locale.ROOT);
        return answer.value() != null
                && answer.value().length() > 1
                && !Question.isChoice(question.sentence().plain())
                && draft.contains(answer.value().toLowerCase(Locale.ROOT));
    }

    /** One of us asked the same, and got an answer. */
    private Optional<Answer> askedBefore(Question question) {
        for (int i = 0; i < said.size(); i++) {
            Spoken asked = said.get(i);
            if (asked.isByCustomer()) {
                continue;
            }
            List<Question> before = Question.in(asked.text(), tongue);
            if (before.stream().noneMatch(each -> isSame(each, question))) {
                continue;
            }
            Optional<Heard> reply = heard.stream()
                    .filter(each -> each.seq() > asked.seq())
                    .findFirst()
                    .filter(Answers::isAnswer);
            if (reply.isPresent()) {
                return reply.map(each -> Answer.of(each, each.text()));
            }
        }
        return Optional.empty();
    }

    private boolean isSame(Question before, Question now) {
        if (!before.asks().equals(now.asks())) {
            return false;
        }
        if (Answers.ONE_OF_ITS_KIND.contains(now.asks())) {
            return true;
        }
        Set<String> both = new LinkedHashSet<>(before.rest());
        both.retainAll(now.rest());
        Set<String> either = new LinkedHashSet<>(before.rest());
        either.addAll(now.rest());
        return !either.isEmpty() && (double) both.size() / either.size() >= ALIKE;
    }

    private Optional<Answer> told(Question question) {
        if (question.asks().equals(Question.DETAIL)) {
            return detail(question);
        }
        for (Heard each : heard) {
            Optional<Answer> answer = Answers.in(each, question, share(question.rest(), each), heard, tongue);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private Optional<Answer> detail(Question question) {
        if (Question.isChoice(question.sentence().plain())) {
            return Choices.made(question, heard, tongue);
        }
        if (!question.isYesOrNo()) {
            return Attributes.named(question, heard, tongue);
        }
        return question.says("still") ? Optional.empty() : stated(question);
    }

    /** A question for yes or no is answered by a statement about all of it. */
    private Optional<Answer> stated(Question question) {
        Set<String> rest = question.rest().stream()
                .filter(each -> !Lexicon.isValue("time", each))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (rest.isEmpty() || (rest.size() == 1 && !question.says("done"))) {
            return Optional.empty();
        }
        double needed = rest.size() <= 2 ? NEARLY_ALL : MOST;
        for (Heard each : heard) {
            if (each.isReadBackIn(question.sentence())) {
                continue;
            }
            for (Sentence statement : each.statements()) {
                long here = rest.stream().filter(statement.roots()::contains).count();
                boolean same = !question.asksForElse()
                        || Phrases.named("marks.txt", "else").isIn(statement.plain());
                if (same && 2 * here >= rest.size() && share(rest, statement.roots()) >= needed) {
                    return Optional.of(Answer.of(each, statement.raw()));
                }
            }
        }
        return question.says("done") && !question.asksForElse() ? followed(rest) : Optional.empty();
    }

    /** They were told to do it, and said something afterwards. */
    private Optional<Answer> followed(Set<String> rest) {
        for (Spoken told : said) {
            if (told.isByCustomer()) {
                continue;
            }
            boolean about =
                    Sentence.in(told.text(), tongue).stream().anyMatch(each -> covered(rest, each.roots()) >= MOST);
            Optional<Heard> reply = heard.stream()
                    .filter(each -> each.seq() > told.seq())
                    .findFirst()
                    .filter(Answers::isAnswer);
            if (about && reply.isPresent()) {
                return reply.map(each -> Answer.of(each, each.text()));
            }
        }
        return Optional.empty();
    }

    private double share(Set<String> rest, Heard in) {
        return rest.isEmpty() ? 1 : share(rest, in.roots());
    }

    private double share(Set<String> rest, Set<String> here) {
        double sum = 0;
        for (String each : rest) {
            sum += here.contains(each) ? 1 : bought.contains(each) ? BOUGHT : elsewhere.contains(each) ? ELSEWHERE : 0;
        }
        return sum / rest.size();
    }

    static double covered(Set<String> rest, Set<String> here) {
        return rest.isEmpty()
                ? 1
                : (double) rest.stream().filter(here::contains).count() / rest.size();
    }

    static boolean isHalf(double share) {
        return share >= HALF;
    }
}
