package dev.ramah.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.platform.Hints;
import dev.ramah.platform.Hints.Topic;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;

/** Who is typing, and what was seen: told to the other side, and typing is never stored. */
@ApplicationScoped
public class Typing {

    private final Conversations conversations;
    private final Viewings viewings;
    private final Hints hints;
    private final ObjectMapper json;

    Typing(Conversations conversations, Viewings viewings, Hints hints, ObjectMapper json) {
        this.conversations = conversations;
        this.viewings = viewings;
        this.hints = hints;
        this.json = json;
    }

    void listen(@Observes StartupEvent started) {
        hints.on(Topic.FRAME, this::heard);
    }

    public void customer(ConversationRef conversation, String name) {
        tell(conversation, View.STAFF, typing(conversation, Author.customer(name)));
    }

    public void bot(ConversationRef conversation) {
        tell(conversation, View.CUSTOMER, typing(conversation, Author.bot()));
    }

    /** With what it has written so far, to be read while it goes on; only the entry that follows is said. */
    public void bot(ConversationRef conversation, String text) {
        tell(conversation, View.CUSTOMER, typing(conversation, Author.bot()).put("text", text));
    }

    public void agent(ConversationRef conversation, Author agent) {
        ObjectNode frame = typing(conversation, agent);
        tell(conversation, View.CUSTOMER, frame);
        tell(conversation, View.STAFF, frame);
    }

    /** A colleague writes a note, or what only the one who has the conversation may say: that is for staff. */
    public void aside(ConversationRef conversation, Author agent) {
        tell(conversation, View.STAFF, typing(conversation, agent));
    }

    /** Tells staff who look at it what is kept elsewhere: whoever misses it finds it there. */
    public void staff(ConversationRef conversation, ObjectNode frame) {
        tell(conversation, View.STAFF, frame);
    }

    /** Tells staff how far a device of the customer has what was said. */
    void delivered(ConversationRef conversation, int seq) {
        tell(conversation, View.STAFF, frame(conversation, "delivered").put("seq", seq));
    }

    /** Marks how far this side has read, and tells the other side if that is news. */
    public void sees(ConversationRef conversation, Role side, int seq) {
        var unused = conversations.seen(conversation, side, seq).thenAccept(receipt -> {
            int upTo = receipt.state().seenBy(side);
            if (upTo <= seq) {
                seen(conversation, side, upTo);
            }
        });
    }

    private void seen(ConversationRef conversation, Role side, int seq) {
        ObjectNode frame = frame(conversation, "seen");
        frame.put("role", side.name().toLowerCase(Locale.ROOT)).put("seq", seq);
        tell(conversation, side == Role.CUSTOMER ? View.STAFF : View.CUSTOMER, frame);
    }

    /** Whoever looks from another node gets it by a hint or not at all: nobody misses a word by that. */
    private void tell(ConversationRef conversation, View view, ObjectNode frame) {
        viewings.tell(conversation, view, frame);
        hints.send(Topic.FRAME, () -> view + " " + frame);
    }

    private void heard(String hint) {
        String[] parts = hint.split(" ", 2);
        try {
            ObjectNode frame = (ObjectNode) json.readTree(parts[1]);
            ConversationRef conversation = new ConversationRef(
                    UUID.fromString(frame.path("conversation").asText()));
            viewings.tell(conversation, View.valueOf(parts[0]), frame);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode typing(ConversationRef conversation, Author by) {
        ObjectNode frame = frame(conversation, "typing");
        ObjectNode writer = frame.putObject("by")
                .put("role", by.role().name().toLowerCase(Locale.ROOT))
                .put("name", by.name());
        if (by.id() != null) {
            writer.put("id", by.id().toString());
        }
        return frame;
    }

    private static ObjectNode frame(ConversationRef conversation, String type) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        frame.put("type", type);
        frame.put("conversation", conversation.id().toString());
        return frame;
    }
}
