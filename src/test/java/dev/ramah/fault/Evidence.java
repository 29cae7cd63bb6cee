package dev.ramah.fault;

import dev.ramah.fault.History.Delivered;
import dev.ramah.fault.History.Failed;
import dev.ramah.fault.History.Invoked;
import dev.ramah.fault.History.Looked;
import dev.ramah.fault.History.Message;
import dev.ramah.fault.History.Ok;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A history and the log at its end, arranged so that questions to both are quick. */
final class Evidence {

    private final History history;
    private final Map<String, TreeMap<Integer, Stored>> log = new TreeMap<>();
    private final Map<Message, List<Stored>> written;
    private final Map<Message, List<Invoked>> attempts;
    private final Map<Message, List<Failed>> refusals;
    private final Map<String, Looked> looks;
    private final Map<String, List<Integer>> shown;

    Evidence(History history, List<Stored> entries) {
        this.history = history;
        entries.forEach(each -> log.computeIfAbsent(each.conversation(), none -> new TreeMap<>())
                .put(each.seq(), each));
        written = entries.stream()
                .filter(each -> each.clientId() != null)
                .collect(Collectors.groupingBy(
                        each -> new Message(each.conversation(), each.sender(), String.valueOf(each.clientId()))));
        attempts = history.all(Invoked.class).stream().collect(Collectors.groupingBy(Invoked::message));
        refusals = history.all(Failed.class).stream().collect(Collectors.groupingBy(Failed::message));
        looks = history.all(Looked.class).stream().collect(Collectors.toMap(Looked::viewing, each -> each));
        shown = history.all(Delivered.class).stream()
                .collect(Collectors.groupingBy(
                        Delivered::viewing, Collectors.mapping(Delivered::seq, Collectors.toList())));
    }

    Stream<Invoked> invoked() {
        return history.all(Invoked.class).stream();
    }

    Stream<Ok> acknowledged() {
        return history.all(Ok.class).stream();
    }

    Stream<Delivered> delivered() {
        return history.all(Delivered.class).stream();
    }

    Map<String, ? extends SortedMap<Integer, Stored>> log() {
        return log;
    }

    /** The entries of this message: one, if all is well and it arrived. */
    List<Stored> written(Message message) {
        return written.getOrDefault(message, List.of());
    }

    Map<Message, List<Stored>> written() {
        return written;
    }

    boolean wasSentOnce(Message message) {
        return attempts.getOrDefault(message, List.of()).size() == 1;
    }

    /** Those of which every attempt was refused. */
    Stream<Message> refused() {
        return refusals.entrySet().stream()
                .filter(each -> each.getValue().size()
                        >= attempts.getOrDefault(each.getKey(), List.of()).size())
                .map(Map.Entry::getKey);
    }

    Looked look(String viewing) {
        Looked look = looks.get(viewing);
        if (look == null) {
            throw new IllegalArgumentException("Nobody began the viewing " + viewing);
        }
        return look;
    }

    Stream<Looked> looks() {
        return looks.values().stream();
    }

    /** The viewings of each viewer, the earliest first. */
    Map<String, List<Looked>> viewers() {
        return history.all(Looked.class).stream().collect(Collectors.groupingBy(Looked::viewer));
    }

    /** The numbers that this viewing was shown, in that order. */
    List<Integer> shown(String viewing) {
        return shown.getOrDefault(viewing, List.of());
    }

    /** The numbers after which and up to which this viewing has to show everything that is meant for it. */
    Stream<Integer> dueTo(Looked look, int upTo, List<Integer> seen) {
        TreeSet<Integer> known = new TreeSet<>(seen);
        return log.getOrDefault(look.conversation(), new TreeMap<>()).values().stream()
                .filter(each -> each.seq() > look.after() && each.seq() <= upTo && each.isShown(look.staff()))
                .map(Stored::seq)
                .filter(each -> !known.contains(each));
    }

    /** The entry that was delivered, as the database has it. */
    @Nullable Stored at(Delivered delivered) {
        TreeMap<Integer, Stored> entries = log.get(look(delivered.viewing()).conversation());
        return entries == null ? null : entries.get(delivered.seq());
    }
}
