package dev.ramah.language;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A task as LangChain4j takes it: messages, and the form that the reply must have. */
final class ChatForm {

    private static final String NONE = "NONE";

    private ChatForm() {}

    /** @param masked goes over every word that leaves */
    static ChatRequest of(ChatTask task, UnaryOperator<String> masked) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(masked.apply(task.instructions())));
        for (ChatTask.Line line : joined(task.talk())) {
            String text = masked.apply(line.text());
            messages.add(line.byCustomer() ? UserMessage.from(text) : AiMessage.from(text));
        }
        return ChatRequest.builder()
                .messages(messages)
                .responseFormat(form(task))
                .build();
    }

    /** Some providers want the two sides to take turns, the customer first. */
    private static List<ChatTask.Line> joined(List<ChatTask.Line> talk) {
        List<ChatTask.Line> lines = new ArrayList<>();
        for (ChatTask.Line line : talk) {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).byCustomer() == line.byCustomer()) {
                String both = lines.get(last).text() + "\n" + line.text();
                lines.set(last, new ChatTask.Line(line.byCustomer(), both));
            } else if (last >= 0 || line.byCustomer()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The decision comes first, so that sentences can be read as they come. */
    private static ResponseFormat form(ChatTask task) {
        JsonObjectSchema argument = JsonObjectSchema.builder()
                .addStringProperty("name")
                .addStringProperty("value")
                .required("name", "value")
                .additionalProperties(false)
                .build();
        JsonObjectSchema sentence = JsonObjectSchema.builder()
                .addStringProperty("text", "One sentence, as plain text.")
                .addProperty("sources", numbers("The numbers of the passages that say so."))
                .required("text", "sources")
                .additionalProperties(false)
                .build();
        JsonObjectSchema reply = JsonObjectSchema.builder()
                .addEnumProperty("decision", decisions(task))
                .addEnumProperty("reason", orNone(task.reasons()), "Why a person is needed, if you hand over.")
                .addProperty("choices", numbers("The passages to choose from, if you ask back."))
                .addEnumProperty("tool", orNone(task.tools()), "What to look up, if you look something up.")
                .addProperty(
                        "arguments", JsonArraySchema.builder().items(argument).build())
                .addProperty(
                        "sentences", JsonArraySchema.builder().items(sentence).build())
                .required("decision", "reason", "choices", "tool", "arguments", "sentences")
                .additionalProperties(false)
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(
                        JsonSchema.builder().name("reply").rootElement(reply).build())
                .build();
    }

    private static List<String> decisions(ChatTask task) {
        return Stream.of(ChatReply.Does.values())
                .filter(each -> each != ChatReply.Does.LOOK_UP || !task.tools().isEmpty())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> orNone(List<String> names) {
        return Stream.concat(Stream.of(NONE), names.stream()).toList();
    }

    private static JsonArraySchema numbers(String what) {
        return JsonArraySchema.builder()
                .description(what)
                .items(JsonIntegerSchema.builder().build())
                .build();
    }
}
