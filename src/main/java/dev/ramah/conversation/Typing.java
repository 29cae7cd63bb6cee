package dev.ramah.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Who is typing, and what was seen: told to the other side, and typing is never stored. */
@ApplicationScoped
public class Typing {

    private final Viewings viewings;

    Typing(Viewings viewings) {
        this.viewings = viewings;
    }

    public void customer(ConversationRef conversation, String name) {
        viewings.tell(conversation, View.STAFF, typing(conversation, Author.customer(name)));
    }

    public void bot(ConversationRef conversation) {
        viewings.tell(conversation, View.CUSTOMER, typing(conversation, Author.bot()));
    }

    public void agent(ConversationRef conversation, Author agent) {
        ObjectNode frame = typing(conversation, agent);
        viewings.tell(conversation, View.CUSTOMER, frame);
        viewings.tell(conversation, View.STAFF, frame);
    }

    /** Tells the other side how far this side has read. */
    public void seen(ConversationRef conversation, Role side, int seq) {
        ObjectNode frame = frame(conversation, "seen");
        frame.put("role", side.name().toLowerCase(Locale.ROOT)).put("seq", seq);
        viewings.tell(conversation, side == Role.CUSTOMER ? View.STAFF : View.CUSTOMER, frame);
    }

    private static ObjectNode typing(ConversationRef conversation, Author by) {
        ObjectNode frame = frame(conversation, "typing");
        frame.putObject("by")
                .put("role", by.role().name().toLowerCase(Locale.ROOT))
                .put("name", by.name());
        return frame;
    }

    private static ObjectNode frame(ConversationRef conversation, String type) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        frame.put("type", type);
        frame.put("conversation", conversation.id().toString());
        return frame;
    }
}
