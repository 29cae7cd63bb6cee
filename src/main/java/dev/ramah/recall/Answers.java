package dev.ramah.recall;

import static dev.ramah.recall.RepeatGuard.isHalf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each kind of question is answered: by a fact, by a word that is a value of the kind, or by the way it is said. */
final class Answers {

    /** Asked for twice, these are the same however they are asked. */
    static final Set<String> ONE_OF_ITS_KIND = Set.of(
            "username",
            "company",
            "email",
            "phone",
            "tracking",
            "booking",
            "customer-id",
            "serial",
            "voucher",
            "postcode",
            "order",
            "name",
            "error",
            "problem",
            "topic");

    /** Words that a code of this kind stands beside. */
    private static final Map<String, Pattern> CODES = Map.of(
            "tracking",
                    Pattern.compile(" (tracking|resi|resinya|awb|parcel|shipment|jne|sicepat|dhl|ups|kurir)(?= |$)"),
            "booking", Pattern.compile(" (booking|reservation|ref|reference|appointment|kode)(?= |$)"),
            "customer-id", Pattern.compile(" (customer|client|member|account|pelanggan|id|anggota)(?= |$)"),
            "voucher", Pattern.compile(" (code|voucher|promo|coupon|gift|kode|kupon|diskon)(?= |$)"),
            "serial", Pattern.compile(" (serial|seri)(?= |$)"));

    private static final Pattern POSTCODE =
            Pattern.compile("\\b(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|\\d{5}|\\d{4} ?[A-Z]{2})\\b");

    private static final Pattern SIZE = Pattern.compile(" (?:size|ukuran|nomor|a|to|ke) (\\d{2})(?= |$)");

    private static final Pattern NUMBER = Pattern.compile(
            "\\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|satu|one");

    private static final Pattern IMAGE = Pattern.compile("(?i)https?://\\S+\\.(?:jpe?g|png|gif|webp|heic)");

    private static final Pattern FOR_SOMEBODY = Pattern.compile(" (?:for|untuk) (?:my|our|a|the)?(?: ?)(\\S+)");

    private static final Pattern ENDS_AS_QUESTION = Pattern.compile("[?]\\s*$");

    /** Words that say which of theirs is meant, but not that it would be another one. */
    private static final Set<String> THEIRS = Set.of(
            "account",
            "akun",
            "contact",
            "order",
            "registered",
            "regist",
            "daftar",
            "full",
            "lengkap",
            "current",
            "correct",
            "address",
            "number",
            "nomor",
            "customer",
            "profile",
            "sign",
            "use",
            "compani",
            "company",
            "code",
            "id",
            "hubung",
            "reach");

    private Answers() {}

    /** Whether it can be an answer, and is not a question itself or the promise of one. */
    static boolean isAnswer(Heard reply) {
        boolean asks = ENDS_AS_QUESTION.matcher(reply.text()).find()
                && reply.sentences().size() == 1;
        return !asks
                && reply.sentences().stream().noneMatch(each -> Phrases.named("marks.txt", "no-answer")
                        .isIn(each.plain()));
    }

    static Optional<Answer> inProfile(Question question, Profile profile, Tongue tongue) {
        if (question.isYesOrNo()) {
            return Optional.empty();
        }
        boolean plainly = THEIRS.containsAll(question.rest());
        Optional<Answer> known =
                switch (question.asks()) {
                    case "name" -> plainly ? Optional.ofNullable(profile.name()).map(Answer::known) : Optional.empty();
                    case "email" ->
                        plainly ? Optional.ofNullable(profile.email()).map(Answer::known) : Optional.empty();
                    case "order" ->
                        plainly && profile.orders().size() == 1
                                ? Optional.of(
                                        Answer.known(profile.orders().get(0).order()))
                                : Optional.empty();
                    default -> Optional.empty();
                };
        return known.or(() -> attribute(question, profile, tongue));
    }

    /** What the shop told of them under this very name. */
    private static Optional<Answer> attribute(Question question, Profile profile, Tongue tongue) {
        return profile.attributes().entrySet().stream()
                .filter(each -> isNamed(each.getKey(), question, tongue))
                .findFirst()
                .map(each -> Answer.known(each.getValue()));
    }

    /** What is known to be in what they said, under the very name by which it is asked for. */
    static Optional<Answer> named(Question question, List<Heard> all, Tongue tongue) {
        if (question.isYesOrNo()) {
            return Optional.empty();
        }
        return all.stream()
                .flatMap(each -> each.facts().stream())
                .filter(each -> !Facts.KINDS.contains(each.kind()) && isNamed(each.kind(), question, tongue))
                .findFirst()
                .map(Answer::of);
    }

    private static boolean isNamed(String name, Question question, Tongue tongue) {
        Set<String> roots = Sentence.of(name.replace('_', ' '), tongue).roots();
        return name.equalsIgnoreCase(question.asks())
                || (!roots.isEmpty() && question.rest().equals(roots));
    }

    /**
     * Whether this, that they said, answers it.
     *
     * @param share how much of what the question is about is in it
     */
    static Optional<Answer> in(Heard heard, Question question, double share, List<Heard> all, Tongue tongue) {
        String asks = question.asks();
        boolean about = isHalf(share) || THEIRS.containsAll(question.rest());
        boolean plainly =
                THEIRS.containsAll(question.rest()) || RepeatGuard.covered(question.rest(), rootsOf(all)) >= 0.5;
        return switch (asks) {
            case "email", "phone", "order" -> plainly ? fact(heard, asks) : Optional.empty();
            case "name" -> THEIRS.containsAll(question.rest()) ? fact(heard, asks) : Optional.empty();
            case "address" -> fact(heard, "place").filter(each -> isSaid(heard, each));
            case "city", "country" -> fact(heard, "place");
            case "tracking", "booking", "customer-id", "voucher", "serial" -> code(heard, asks);
            case "postcode" -> matched(POSTCODE, heard);
            case "error" ->
                fact(heard, "error")
                        .or(() -> words(
                                heard,
                                about
                                        && heard.hasValue("tells")
                                        && question.sentence().roots().stream().anyMatch(heard.roots()::contains)));
            case "when" -> when(heard, question, share);
            case "amount" -> about ? fact(heard, "amount") : Optional.empty();
            case "quantity" -> quantity(heard, question);
            case "size" -> value(heard, "size", about).or(() -> about ? sized(heard) : Optional.empty());
            case "colour", "payment", "card", "bank", "browser", "carrier", "system" ->
                value(heard, asks, about || asks.equals("payment"));
            case "phone-brand" -> value(heard, "phone", true);
            case "frequency" -> words(heard, heard.hasValue("every"));
            case "company" -> words(heard, heard.hasValue("company"));
            case "photo" -> matched(IMAGE, heard).or(() -> words(heard, heard.hasValue("attached")));
            case "recipient" -> recipient(heard);
            case "reason" ->
                words(
                        heard,
                        about && (heard.hasValue("because") || (!question.rest().isEmpty() && heard.hasValue("bad"))));
            case "wish" ->
                words(heard, heard.hasValue("want") && heard.roots().stream().anyMatch(WISHED::contains));
            case "topic" -> words(heard, heard.hasValue("about"));
            case "problem" -> problem(heard, question);
            case "where" -> where(heard, question, share);
            case "model" -> about ? fact(heard, "code") : Optional.empty();
            case "product" ->
                product(heard, question, share).or(() -> Attributes.named(question, List.of(heard), tongue));
            case "username" -> words(heard, heard.roots().contains("usernam") && heard.words() > 2);
            default -> Optional.empty();
        };
    }

    private static final Set<String> WISHED = Set.of(
            "refund", "replac", "repair", "money", "stop", "back", "uang", "dana", "baik", "return", "retur",
            "kembali");

    private static Set<String> rootsOf(List<Heard> all) {
        return all.stream().flatMap(each -> each.roots().stream()).collect(Collectors.toSet());
    }

    private static Optional<Answer> fact(Heard heard, String kind) {
        return heard.facts(kind).stream().findFirst().map(Answer::of);
    }

    private static boolean isSaid(Heard heard, Answer place) {
        return heard.facts("place").stream()
                .anyMatch(each ->
                        each.value().equals(place.value()) && each.source().equals("said"));
    }

    private static Optional<Answer> words(Heard heard, boolean answers) {
        return answers ? Optional.of(Answer.of(heard, heard.text())) : Optional.empty();
    }

    private static Optional<Answer> matched(Pattern pattern, Heard heard) {
        return pattern.matcher(heard.text())
                .results()
                .findFirst()
                .map(each -> new Answer(each.group(), each.group(), heard.seq()));
    }

    private static Optional<Answer> code(Heard heard, String asks) {
        Pattern beside = CODES.get(asks);
        boolean named = beside != null
                && heard.sentences().stream()
                        .anyMatch(each -> beside.matcher(each.plain()).find());
        return named
                ? Stream.of("code", "order")
                        .flatMap(kind -> heard.facts(kind).stream())
                        .findFirst()
                        .map(Answer::of)
                : Optional.empty();
    }

    private static Optional<Answer> when(Heard heard, Question question, double share) {
        boolean here = question.rest().isEmpty() || question.rest().stream().anyMatch(heard.roots()::contains);
        if (!here || !isHalf(share)) {
            return Optional.empty();
        }
        boolean clause = share > 0.99
                && !question.rest().isEmpty()
                && heard.statements().stream()
                        .anyMatch(each -> each.plain()
                                        .matches(".* (?:when|while|whenever|after|waktu|saat|ketika|setiap kali) .*")
                                && each.roots().containsAll(question.rest()));
        return fact(heard, "date").or(() -> words(heard, clause));
    }

    private static Optional<Answer> quantity(Heard heard, Question question) {
        for (Sentence sentence : heard.sentences()) {
            List<String> words = sentence.words();
            for (int i = 0; i < words.size(); i++) {
                if (!NUMBER.matcher(words.get(i)).matches()) {
                    continue;
                }
                for (int j = i + 1; j < Math.min(words.size(), i + 4); j++) {
                    String counted = words.get(j);
                    boolean asked = question.rest().stream().anyMatch(each -> Tongue.ALL.stream()
                            .anyMatch(tongue -> Lexicon.root(counted, tongue).equals(each)));
                    boolean piece =
                            question.sentence().plain().contains(" berapa") && Lexicon.isValue("counter", counted);
                    if (asked || piece) {
                        return Optional.of(new Answer(sentence.raw(), words.get(i) + " " + counted, heard.seq()));
                    }
                }
                boolean ordered = question.sentence().plain().contains(" berapa")
                        && question.sentence().roots().stream().anyMatch(sentence.roots()::contains);
                if (ordered && i < words.size() - 1) {
                    return Optional.of(Answer.of(heard, sentence.raw()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Answer> value(Heard heard, String kind, boolean about) {
        return about
                ? heard.values(kind).stream().findFirst().map(each -> new Answer(each, each, heard.seq()))
                : Optional.empty();
    }

    private static Optional<Answer> sized(Heard heard) {
        return heard.sentences().stream()
                .flatMap(each -> SIZE.matcher(each.plain()).results())
                .findFirst()
                .map(each -> new Answer(each.group(1), each.group(1), heard.seq()));
    }

    private static Optional<Answer> recipient(Heard heard) {
        return heard.sentences().stream()
                .flatMap(each -> FOR_SOMEBODY.matcher(each.plain()).results())
                .filter(each -> Lexicon.isValue("person", each.group(1)))
                .findFirst()
                .map(each -> new Answer(each.group().strip(), each.group(1), heard.seq()));
    }

    /** What they wrote to us about; a greeting is none. */
    private static Optional<Answer> problem(Heard heard, Question question) {
        boolean general = question.rest().isEmpty();
        boolean about = general || question.rest().stream().anyMatch(heard.roots()::contains);
        boolean matter = heard.roots().size() >= 2 && (heard.hasValue("bad") || (general && heard.words() >= 5));
        return words(heard, about && matter);
    }

    private static Optional<Answer> where(Heard heard, Question question, double share) {
        if (!isHalf(share) && !question.rest().isEmpty()) {
            return Optional.empty();
        }
        boolean beside = !question.rest().isEmpty()
                && heard.statements().stream()
                        .anyMatch(each -> each.roots().containsAll(question.rest())
                                && each.words().stream().anyMatch(word -> Lexicon.isValue("beside", word)));
        return fact(heard, "place").or(() -> words(heard, beside));
    }

    private static Optional<Answer> product(Heard heard, Question question, double share) {
        Optional<Answer> known = fact(heard, "product");
        boolean about = isHalf(share)
                && !question.rest().isEmpty()
                && question.rest().stream().anyMatch(heard.roots()::contains);
        boolean named = about
                && heard.roots().size() > question.rest().size() + 1
                && !question.sentence().plain().toLowerCase(Locale.ROOT).contains(" mana");
        return known.or(() -> words(heard, named));
    }
}
