package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the commands of one transaction make of their conversations, and what their senders are to hear once it is
 * committed.
 */
final class Batch {

    /** As PostgreSQL orders ids: two nodes that lock the same rows never wait for each other in a circle. */
    private static final Comparator<Conversation> ORDER = Comparator.comparing(
                    (Conversation each) -> each.id.getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(each -> each.id.getLeastSignificantBits(), Long::compareUnsigned);

    private final Map<Conversation, List<Entry>> changed = new LinkedHashMap<>();
    private final List<Conversation> inOrder;
    private final List<Runnable> answers = new ArrayList<>();
    private boolean refused;

    /**
     * Applies the verbs, one after the other.
     *
     * @param known the numbers of entries whose client ids were written before; those of this batch are added
     */
    Batch(List<Command> commands, Map<UUID, Conversation> conversations, Map<Command.Key, Integer> known) {
        for (Command command : commands) {
            answers.add(apply(command, conversations, known));
        }
        inOrder = changed.keySet().stream().sorted(ORDER).toList();
    }

    private Runnable apply(Command sent, Map<UUID, Conversation> conversations, Map<Command.Key, Integer> known) {
        Command command = sent;
        // A command before it in this batch may have merged it: both are locked then.
        for (Command next = command.led(conversations); !next.equals(command); next = command.led(conversations)) {
            command = next;
        }
        Conversation conversation = conversations.get(command.conversation().id());
        if (conversation == null) {
            return refuse(command, Problem.notFound("There is no such conversation."));
        }
        Integer earlier = command.clientId() == null ? null : known.get(command.key());
        if (earlier == null && command.clientId() != null) {
            earlier = known.get(sent.key());
        }
        if (earlier != null) {
            Receipt repeat = new Receipt(conversation.state(), earlier, List.of());
            return () -> sent.promise().complete(repeat);
        }
        try {
            if (command.verb() instanceof Command.Merging merging) {
                Conversation into = conversations.get(merging.into().id());
                if (into == null) {
                    return refuse(command, Problem.notFound("There is no such conversation."));
                }
                conversation.mergeInto(into, command, merging.force());
                keep(into);
            } else {
                command.apply(conversation);
            }
        } catch (Problem problem) {
            return refuse(command, problem);
        }
        List<Entry> fresh = keep(conversation);
        if (!fresh.isEmpty() && command.clientId() != null) {
            known.put(command.key(), conversation.last);
        }
        Receipt receipt = new Receipt(conversation.state(), conversation.last, fresh);
        return () -> sent.promise().complete(receipt);
    }

    private List<Entry> keep(Conversation conversation) {
        List<Entry> fresh = conversation.takeFresh();
        changed.computeIfAbsent(conversation, none -> new ArrayList<>()).addAll(fresh);
        return fresh;
    }

    private Runnable refuse(Command command, Problem problem) {
        refused = true;
        return () -> command.promise().completeExceptionally(problem);
    }

    /** Whether a verb was refused. */
    boolean isRefused() {
        return refused;
    }

    /** Those with something to store. */
    List<Conversation> changed() {
        return inOrder;
    }

    List<Entry> entries() {
        return changed.values().stream().flatMap(List::stream).toList();
    }

    /** What listeners are to hear. */
    List<Told> told() {
        List<Told> told = new ArrayList<>(changed.size());
        changed.forEach((conversation, entries) -> {
            if (!entries.isEmpty()) {
                told.add(new Told(conversation.state(), List.copyOf(entries)));
            }
        });
        return told;
    }

    void answer() {
        answers.forEach(Runnable::run);
    }
}
