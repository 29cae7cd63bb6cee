package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.fault.History.Delivered;
import dev.ramah.fault.History.Looked;
import dev.ramah.fault.History.Ok;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the product promises, sentence by sentence. Each finds the places where a history breaks it. */
enum Promise {
    STORED_AT_MOST_ONCE(run -> run.written().entrySet().stream()
            .filter(each -> each.getValue().size() > 1)
            .map(each -> each.getKey() + " is there as " + each.getValue())),
    ACKNOWLEDGED_IS_STORED(run -> run.acknowledged()
            .filter(each -> run.written(each.message()).isEmpty())
            .map(Ok::toString)),
    ACKNOWLEDGED_AS_IT_IS_STORED(Promise::acknowledgedOtherwise),
    ACKNOWLEDGEMENTS_AGREE(run -> run.acknowledged().collect(Collectors.groupingBy(Ok::message)).values().stream()
            .filter(each -> each.stream().map(Ok::seq).distinct().count() > 1)
            .map(List::toString)),
    REFUSED_IS_NOT_STORED(run -> run.refused()
            .filter(each -> !run.written(each).isEmpty())
            .map(each -> each + " was refused, but it is " + run.written(each))),
    STORED_AS_IT_WAS_SENT(run -> run.invoked()
            .filter(each -> run.written(each.message()).stream()
                    .anyMatch(stored -> !stored.text().equals(each.text())))
            .map(each -> each + " but it is " + run.written(each.message()))),
    STORED_IN_THE_ORDER_OF_SENDING(Promise::overtaken),
    NUMBERS_HAVE_NO_GAP(run -> run.log().entrySet().stream()
            .filter(each -> !isCounted(each.getValue()))
            .map(each -> each.getKey() + " has " + each.getValue().keySet())),
    ONE_PERSON_HOLDS_IT(run -> run.log().values().stream().flatMap(each -> doublyHeld(each.values()))),
    THE_BOT_ANSWERS_ONCE(run -> run.log().values().stream().flatMap(each -> answeredTwice(each.values()))),
    DELIVERED_IS_STORED(Promise::invented),
    NOBODY_SEES_WHAT_IS_NOT_FOR_THEM(Promise::betrayed),
    DELIVERED_ONCE_AND_IN_ORDER(run -> run.looks().flatMap(each -> disorder(run, each))),
    NOTHING_IS_SKIPPED(run -> run.looks().flatMap(each -> skipped(run, each))),
    STORED_REACHES_EVERYBODY(run -> run.viewers().values().stream().flatMap(each -> missed(run, each)));

    private static final String BOT = "BOT";

    /** After these nobody holds the conversation. */
    private static final Set<String> LETS_GO = Set.of("requeued", "transferred", "resolved");

    @SuppressWarnings("ImmutableEnumChecker") // functions without a state
    private final Function<Evidence, Stream<String>> breaches;

    Promise(Function<Evidence, Stream<String>> breaches) {
        this.breaches = breaches;
    }

    /** The promises that this history and the log at its end break, with the places. */
    static Map<Promise, List<String>> broken(History history, List<Stored> log) {
        Evidence run = new Evidence(history, log);
        Map<Promise, List<String>> broken = new EnumMap<>(Promise.class);
        for (Promise each : values()) {
            List<String> places = each.breaches.apply(run).distinct().toList();
            if (!places.isEmpty()) {
                broken.put(each, places);
            }
        }
        return broken;
    }

    /** Fails with every place where it does not hold. */
    static void holds(History history, List<Stored> log) {
        assertEquals(Map.of(), broken(history, log), () -> "The promise is broken. " + history);
    }

    private static Stream<String> acknowledgedOtherwise(Evidence run) {
        return run.acknowledged()
                .filter(each -> run.written(each.message()).stream()
                        .anyMatch(stored -> stored.seq() != each.seq()
                                || (each.text() != null && !each.text().equals(stored.text()))))
                .map(each -> each + " but it is " + run.written(each.message()));
    }

    /** Only what one line carried once can be compared: what was sent again comes when it comes. */
    private static Stream<String> overtaken(Evidence run) {
        Map<String, Integer> newest = new HashMap<>();
        return run.invoked()
                .filter(each -> run.wasSentOnce(each.message()))
                .filter(each -> run.written(each.message()).size() == 1)
                .filter(each -> {
                    int seq = run.written(each.message()).get(0).seq();
                    String line = each.line() + " " + each.message().conversation();
                    return seq < newest.merge(line, seq, Math::max);
                })
                .map(each -> each + " was overtaken: it is " + run.written(each.message()));
    }

    private static boolean isCounted(SortedMap<Integer, Stored> entries) {
        return entries.firstKey() == 1 && entries.lastKey() == entries.size();
    }

    /** It changes hands only by way of the queue. */
    private static Stream<String> doublyHeld(Collection<Stored> entries) {
        String holder = "";
        List<String> places = new ArrayList<>();
        for (Stored each : entries) {
            if (each.kind().equals("assigned")) {
                if (!holder.isEmpty() && !holder.equals(each.sender())) {
                    places.add(each + " though " + holder + " has it");
                }
                holder = each.sender();
            } else if (LETS_GO.contains(each.kind())) {
                holder = "";
            }
        }
        return places.stream();
    }

    /** To each turn of the customer's there is one reply, and one cry for a person. */
    private static Stream<String> answeredTwice(Collection<Stored> entries) {
        Set<String> done = new HashSet<>();
        return entries.stream()
                .filter(each -> {
                    if (each.sender().equals(History.CUSTOMER)) {
                        done.clear();
                    }
                    return each.sender().equals(BOT) && !done.add(each.kind());
                })
                .map(each -> each + " though it had answered");
    }

    private static Stream<String> invented(Evidence run) {
        return run.delivered()
                .filter(each -> {
                    Stored stored = run.at(each);
                    boolean hasWords = each.kind().equals("said") || each.kind().equals("noted");
                    return stored == null
                            || !stored.kind().equals(each.kind())
                            || (hasWords && !stored.text().equals(each.text()));
                })
                .map(each -> each + " but stored is " + run.at(each));
    }

    private static Stream<String> betrayed(Evidence run) {
        return run.delivered()
                .filter(each -> {
                    Stored stored = run.at(each);
                    return stored != null
                            && !stored.isShown(run.look(each.viewing()).staff());
                })
                .map(Delivered::toString);
    }

    private static Stream<String> disorder(Evidence run, Looked look) {
        List<Integer> seen = run.shown(look.viewing());
        return IntStream.range(0, seen.size())
                .filter(i -> seen.get(i) <= before(look, seen, i))
                .mapToObj(i -> look.viewing() + " was shown " + seen.get(i) + " after " + before(look, seen, i));
    }

    private static int before(Looked look, List<Integer> seen, int i) {
        return i == 0 ? look.after() : seen.get(i - 1);
    }

    private static Stream<String> skipped(Evidence run, Looked look) {
        List<Integer> seen = run.shown(look.viewing());
        int newest = seen.stream().max(Integer::compare).orElse(0);
        return run.dueTo(look, newest, seen)
                .map(each -> look.viewing() + " was shown " + newest + " but never " + each);
    }

    private static Stream<String> missed(Evidence run, List<Looked> viewings) {
        List<Integer> seen = viewings.stream()
                .flatMap(each -> run.shown(each.viewing()).stream())
                .toList();
        return run.dueTo(viewings.get(0), Integer.MAX_VALUE, seen)
                .map(each -> viewings.get(0).viewer() + " was never shown " + each);
    }
}
