package dev.ramah.replies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Listens;
import dev.ramah.conversation.Told;
import dev.ramah.desk.Calls;
import dev.ramah.platform.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * Tells a colleague at once that a note names them, also one who sits at another node: each node hears of the note and
 * tells those who sit there. Who sits nowhere, or was missed, finds it in {@link Notes}.
 */
@ApplicationScoped
class Bell implements Listens {

    private final Calls calls;

    Bell(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void told(Told told) {
        for (Entry each : told.entries()) {
            if (each.what() instanceof Happened.Noted noted) {
                for (UUID named : noted.mentions()) {
                    if (!named.equals(each.by().id())) {
                        calls.tell(named, told.state(), frame(each, noted));
                    }
                }
            }
        }
    }

    @Override
    public boolean cares(ConversationRef conversation, Set<String> kinds) {
        return kinds.contains("noted");
    }

    private static ObjectNode frame(Entry entry, Happened.Noted noted) {
        ObjectNode frame = Frame.of("mentioned");
        frame.put("conversation", entry.conversation().id().toString());
        frame.put("seq", entry.seq());
        frame.put("at", entry.at().toString());
        frame.putObject("by").put("role", "agent").put("name", entry.by().name());
        frame.put("text", noted.text());
        return frame;
    }
}
