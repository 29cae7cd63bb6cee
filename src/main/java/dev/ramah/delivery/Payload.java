package dev.ramah.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EntryJson;
import dev.ramah.conversation.State;
import dev.ramah.conversation.View;
import dev.ramah.customer.Guest;
import org.jspecify.annotations.Nullable;

/** What a receiver is told of one entry. */
final class Payload {

    private Payload() {}

    /** As JSON; {@code event} is the same whenever and to whomever it is sent. */
    static String of(String event, Entry entry, View view, State state, @Nullable Guest guest) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", event);
        json.put("kind", entry.what().kind());
        json.put("at", entry.at().toString());
        ObjectNode conversation = json.putObject("conversation");
        conversation.put("id", state.conversation().id().toString());
        conversation.put("language", state.language());
        ObjectNode customer = json.putObject("customer");
        customer.put("id", state.customer().toString());
        // The shop's own word for them, only where it vouched for them itself.
        customer.put("externalId", guest == null ? null : guest.externalId());
        json.set("entry", EntryJson.of(entry, view));
        return json.toString();
    }
}
