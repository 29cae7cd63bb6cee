package dev.ramah.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.View;
import dev.ramah.conversation.Viewings;
import dev.ramah.platform.Frame;
import dev.ramah.platform.Hints;
import dev.ramah.platform.Hints.Topic;
import dev.ramah.platform.Node;
import dev.ramah.platform.Ticks;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who of staff has which conversation in front of them; told to the others who look at it, never stored. Nodes tell each
 * other, and again from time to time, so that who was on a node that died is not there for ever.
 */
@ApplicationScoped
class Lookers {

    private static final String AGAIN = "20s";

    /** Two repeats may be lost. */
    private static final Duration BELIEVED = Duration.ofSeconds(65);

    private final Viewings viewings;
    private final Hints hints;
    private final Node node;
    private final Ticks ticks;
    private final ObjectMapper json;

    /** Connections to this node, by what they look at. Guarded, as all below, by this: frames go out in order. */
    private final Map<UUID, Set<Seat>> here = new HashMap<>();

    /** What other nodes told, by conversation and node. */
    private final Map<UUID, Map<String, Heard>> elsewhere = new HashMap<>();

    private record Heard(List<Looker> lookers, long until) {}

    private record Looker(String id, String name) {}

    Lookers(Viewings viewings, Hints hints, Node node, Ticks ticks, ObjectMapper json) {
        this.viewings = viewings;
        this.hints = hints;
        this.node = node;
        this.ticks = ticks;
        this.json = json;
    }

    void listen(@Observes StartupEvent started) {
        hints.on(Topic.LOOKING, this::hear);
    }

    /** They have it in front of them, and may read it. */
    synchronized void looks(Seat seat, ConversationRef conversation) {
        here.computeIfAbsent(conversation.id(), none -> new LinkedHashSet<>()).add(seat);
        tell(conversation);
        send(conversation, true);
    }

    /** They turned to something else. */
    synchronized void leaves(Seat seat, ConversationRef conversation) {
        Set<Seat> seats = here.get(conversation.id());
        if (seats != null && seats.remove(seat)) {
            if (seats.isEmpty()) {
                here.remove(conversation.id());
            }
            tell(conversation);
            send(conversation, false);
        }
    }

    /** Their connection is gone. */
    synchronized void leaves(Seat seat) {
        List.copyOf(here.keySet()).forEach(each -> leaves(seat, new ConversationRef(each)));
    }

    @Scheduled(every = AGAIN, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void tellAgain() {
        here.keySet().forEach(each -> send(new ConversationRef(each), false));
        long now = ticks.millis();
        Map.copyOf(elsewhere).forEach((conversation, heard) -> {
            if (heard.values().removeIf(each -> each.until() < now)) {
                tell(new ConversationRef(conversation));
            }
            if (heard.isEmpty()) {
                elsewhere.remove(conversation);
            }
        });
    }

    /** Whoever is turned away from it looks at it no more, though they have it in front of them. */
    private List<Looker> lookersHere(ConversationRef conversation) {
        return here.getOrDefault(conversation.id(), Set.of()).stream()
                .filter(each -> each.looksAt(conversation))
                .map(each -> new Looker(each.agent().toString(), each.colleague.name()))
                .distinct()
                .toList();
    }

    private void tell(ConversationRef conversation) {
        Map<String, Looker> all = new LinkedHashMap<>();
        lookersHere(conversation).forEach(each -> all.put(each.id(), each));
        elsewhere.getOrDefault(conversation.id(), Map.of()).values().stream()
                .flatMap(each -> each.lookers().stream())
                .forEach(each -> all.putIfAbsent(each.id(), each));
        viewings.tell(conversation, View.STAFF, written(Frame.of("looking"), conversation, all.values()));
    }

    private static ObjectNode written(ObjectNode frame, ConversationRef conversation, Iterable<Looker> lookers) {
        frame.put("conversation", conversation.id().toString());
        ArrayNode staff = frame.putArray("staff");
        lookers.forEach(each -> staff.addObject().put("id", each.id()).put("name", each.name()));
        return frame;
    }

    /** @param asks whether others are to tell who looks at it from there */
    private void send(ConversationRef conversation, boolean asks) {
        hints.send(Topic.LOOKING, () -> written(
                        json.createObjectNode()
                                .put("node", node.id().toString())
                                .put("asks", asks),
                        conversation,
                        lookersHere(conversation))
                .toString());
    }

    synchronized void hear(String hint) {
        try {
            ObjectNode told = (ObjectNode) json.readTree(hint);
            ConversationRef conversation = new ConversationRef(
                    UUID.fromString(told.path("conversation").asText()));
            List<Looker> lookers = new ArrayList<>();
            told.path("staff")
                    .forEach(each -> lookers.add(new Looker(
                            each.path("id").asText(), each.path("name").asText())));
            Map<String, Heard> heard = elsewhere.computeIfAbsent(conversation.id(), none -> new HashMap<>());
            String from = told.path("node").asText();
            if (lookers.isEmpty()) {
                heard.remove(from);
            } else {
                heard.put(from, new Heard(lookers, ticks.millis() + BELIEVED.toMillis()));
            }
            tell(conversation);
            if (told.path("asks").asBoolean() && here.containsKey(conversation.id())) {
                send(conversation, false);
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
