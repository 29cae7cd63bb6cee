package dev.ramah.conversation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as clients see it, in each of the two views. */
public final class EntryJson {

    private EntryJson() {}

    /** The frame that carries an entry. */
    public static ObjectNode frame(Entry entry, View view) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        frame.put("type", "entry");
        frame.put("conversation", entry.conversation().id().toString());
        frame.setAll(of(entry, view));
        return frame;
    }

    /** The entry itself. */
    public static ObjectNode of(Entry entry, View view) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seq", entry.seq());
        json.put("kind", entry.what().kind());
        json.put("episode", entry.episode());
        json.put("at", entry.at().toString());
        json.set("by", author(entry.by()));
        if (entry.clientId() != null) {
            json.put("clientId", entry.clientId());
        }
        if (entry.erased()) {
            json.put("erased", true);
        }
        add(json, entry, view);
        return json;
    }

    private static void add(ObjectNode json, Entry entry, View view) {
        Happened what = entry.what();
        // Java 17 has no switch over sealed types; HappenedJsonTest proves that none is forgotten.
        if (what instanceof Happened.Said said) {
            json.put("text", said.text());
            citations(json, "citations", said.citations());
            citations(json, "choices", said.choices());
            if (view == View.STAFF) {
                if (entry.isBy(Role.CUSTOMER)) {
                    folds(json, said.text());
                }
                putIfPresent(json, "rule", said.rule());
                if (said.confidence() != null) {
                    json.put("confidence", said.confidence());
                }
            }
        } else if (what instanceof Happened.Escalated escalated) {
            json.put("reason", escalated.reason());
        } else if (what instanceof Happened.Assigned assigned) {
            if (view == View.STAFF && assigned.brief() != null) {
                json.put("brief", assigned.brief());
            }
        } else if (what instanceof Happened.Transferred transferred) {
            transferred(json, transferred, view);
        } else if (what instanceof Happened.Declined declined) {
            json.putObject("to")
                    .put("name", declined.name())
                    .put("agent", declined.agent().toString());
        } else if (what instanceof Happened.Requeued requeued) {
            json.put("reason", requeued.reason());
        } else if (what instanceof Happened.Noted noted) {
            json.put("text", noted.text());
            if (!noted.mentions().isEmpty()) {
                ArrayNode mentions = json.putArray("mentions");
                noted.mentions().forEach(each -> mentions.add(each.toString()));
            }
        } else if (what instanceof Happened.Attached attached) {
            attached(json, attached);
        } else if (what instanceof Happened.Gave gave) {
            gave(json, gave, view);
        } else if (what instanceof Happened.Pended pended) {
            json.put("until", pended.until());
            if (view == View.STAFF) {
                json.put("reason", pended.text());
            }
        } else if (what instanceof Happened.Returned returned) {
            json.put("reason", returned.reason());
            json.put("late", returned.late());
        } else if (what instanceof Happened.Tagged tagged) {
            json.put("reason", tagged.reason());
        } else if (what instanceof Happened.Blocked blocked) {
            json.put("text", blocked.text());
            json.put("until", blocked.until());
            json.put("objection", blocked.objection());
        } else if (what instanceof Happened.Thumbed thumbed) {
            json.put("target", thumbed.target());
            json.put("up", thumbed.up());
        } else if (what instanceof Happened.Contact contact) {
            json.put("text", contact.text());
        } else if (what instanceof Happened.Mailed mailed) {
            json.put("text", mailed.text());
            json.put("what", mailed.what());
            putIfPresent(json, "problem", mailed.problem());
        } else if (what instanceof Happened.Resolved resolved) {
            json.put("ending", resolved.ending().name());
            json.put("survey", resolved.survey());
            json.put("handedOver", resolved.handedOver());
        } else if (what instanceof Happened.Merged merged) {
            json.put("into", merged.into().toString());
        } else if (what instanceof Happened.Absorbed absorbed) {
            json.put("from", absorbed.from().toString());
        } else if (what instanceof Happened.Rated rated) {
            rated(json, rated);
        } else if (what instanceof Happened.Followed followed) {
            json.put("text", followed.text());
            json.put("rated", followed.episode());
            json.put("fixed", followed.fixed());
        } else if (what instanceof Happened.Reconsidered reconsidered) {
            json.put("rated", reconsidered.episode());
            json.put("csat", reconsidered.csat());
            putIfPresent(json, "comment", reconsidered.text());
        }
    }

    private static void attached(ObjectNode json, Happened.Attached attached) {
        json.put("text", attached.text());
        json.put("attachment", attached.attachment().toString());
        json.put("media", attached.media());
        json.put("size", attached.size());
        if (attached.width() != null && attached.height() != null) {
            json.put("width", attached.width());
            json.put("height", attached.height());
        }
    }

    private static void gave(ObjectNode json, Happened.Gave gave, View view) {
        json.put("gesture", gave.gesture());
        if (gave.amount() != null) {
            json.put("amount", decimal(gave.amount()));
        }
        json.put("currency", gave.currency());
        putIfPresent(json, "code", gave.code());
        if (view == View.STAFF) {
            json.put("gift", gave.gift().toString());
            json.put("name", gave.name());
            json.put("cost", decimal(gave.cost()));
            json.put("reason", gave.text());
        }
    }

    /** Of hundredths, without idle zeros. */
    private static BigDecimal decimal(long hundredths) {
        return hundredths % 100 == 0 ? BigDecimal.valueOf(hundredths / 100) : BigDecimal.valueOf(hundredths, 2);
    }

    private static void transferred(ObjectNode json, Happened.Transferred transferred, View view) {
        ObjectNode to = json.putObject("to");
        to.put("name", transferred.to());
        if (view == View.STAFF) {
            json.put("reason", transferred.text());
            putIfPresent(
                    to,
                    "agent",
                    transferred.agent() == null ? null : transferred.agent().toString());
            putIfPresent(to, "team", transferred.team());
        }
    }

    private static void rated(ObjectNode json, Happened.Rated rated) {
        json.put("rated", rated.episode());
        if (rated.csat() != null) {
            json.put("csat", rated.csat());
        }
        if (rated.nps() != null) {
            json.put("nps", rated.nps());
        }
        if (rated.effort() != null) {
            json.put("effort", rated.effort());
        }
        if (rated.repeated() != null) {
            json.put("repeated", rated.repeated());
        }
        if (rated.tell() != null) {
            json.put("tell", rated.tell());
        }
        putIfPresent(json, "cause", rated.cause() == null ? null : rated.cause().wire());
        putIfPresent(json, "comment", rated.text());
    }

    private static ObjectNode author(Author author) {
        ObjectNode by = JsonNodeFactory.instance.objectNode();
        by.put("role", author.role().name().toLowerCase(java.util.Locale.ROOT));
        by.put("name", author.name());
        putIfPresent(by, "id", author.id() == null ? null : author.id().toString());
        return by;
    }

    /** What may be folded away, by the positions of characters; mostly there is nothing. */
    private static void folds(ObjectNode json, String text) {
        List<Harsh.Span> folds = Harsh.folds(text);
        if (!folds.isEmpty()) {
            ArrayNode spans = json.putArray("folds");
            folds.forEach(each -> spans.addObject().put("from", each.from()).put("to", each.to()));
        }
    }

    private static void citations(ObjectNode json, String name, List<Citation> citations) {
        if (!citations.isEmpty()) {
            ArrayNode all = json.putArray(name);
            citations.forEach(
                    each -> all.addObject().put("article", each.article()).put("title", each.title()));
        }
    }

    private static void putIfPresent(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
