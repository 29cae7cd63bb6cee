package dev.ramah.language;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.List;
import java.util.function.UnaryOperator;

/** A brief as LangChain4j asks for it: the messages, and the form that the reply must have. */
final class BriefForm {

    private BriefForm() {}

    /** @param masked goes over every word that leaves */
    static ChatRequest of(BriefTask task, UnaryOperator<String> masked) {
        return ChatRequest.builder()
                .messages(
                        SystemMessage.from(masked.apply(task.instructions())),
                        UserMessage.from(masked.apply(task.material())))
                .responseFormat(form(task.kinds()))
                .build();
    }

    private static ResponseFormat form(List<String> kinds) {
        JsonObjectSchema fact = JsonObjectSchema.builder()
                .addEnumProperty("kind", kinds)
                .addStringProperty("value", "Exactly as it was written.")
                .addIntegerProperty("entry", "The number of the entry it was written in.")
                .required("kind", "value", "entry")
                .additionalProperties(false)
                .build();
        JsonObjectSchema brief = JsonObjectSchema.builder()
                .addProperty("summary", points("What is wanted and where it stands: two sentences."))
                .addProperty("tried", points("What was tried and did not do."))
                .addProperty("open", points("What is still to be answered or done."))
                .addProperty("facts", JsonArraySchema.builder().items(fact).build())
                .required("summary", "tried", "open", "facts")
                .additionalProperties(false)
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(
                        JsonSchema.builder().name("brief").rootElement(brief).build())
                .build();
    }

    private static JsonArraySchema points(String what) {
        return JsonArraySchema.builder()
                .description(what)
                .items(JsonObjectSchema.builder()
                        .addStringProperty("text", "One sentence, as plain text.")
                        .addProperty(
                                "entries",
                                JsonArraySchema.builder()
                                        .description("The numbers of the entries that say so.")
                                        .items(JsonIntegerSchema.builder().build())
                                        .build())
                        .required("text", "entries")
                        .additionalProperties(false)
                        .build())
                .build();
    }
}
