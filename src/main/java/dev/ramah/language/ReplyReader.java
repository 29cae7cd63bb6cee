package dev.ramah.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a reply while it is being written: each sentence is told as soon as it is whole. */
final class ReplyReader implements ChatModel.Reads<ChatReply> {

    /** Many times what anybody would read in a chat. */
    private static final int LONGEST = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<ChatReply.Sentence> sentences;
    private final StringBuilder all = new StringBuilder();
    private final JsonParser parser;
    private final ByteArrayFeeder feeder;

    private boolean begun;
    private boolean broken;
    private int depth;
    private String field = "";
    private boolean answers;
    private @Nullable TokenBuffer sentence;

    ReplyReader(Consumer<ChatReply.Sentence> sentences) {
        this.sentences = sentences;
        try {
            this.parser = new JsonFactory().createNonBlockingByteArrayParser();
        } catch (IOException e) {
            throw new IllegalStateException("a parser reads nothing when it is made", e);
        }
        this.feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    /** @throws ChatFault if it goes on and on */
    @Override
    public void read(String piece) {
        all.append(piece);
        if (all.length() > LONGEST) {
            throw new ChatFault(ChatFault.Reason.MODEL_NONSENSE, "longer than " + LONGEST + " characters");
        }
        String json = piece;
        if (!begun) {
            // Some put a fence or a sentence before it, whatever they were told.
            int start = piece.indexOf('{');
            if (start < 0) {
                return;
            }
            begun = true;
            json = piece.substring(start);
        }
        if (!broken) {
            try {
                parse(json);
            } catch (IOException | IllegalArgumentException notAsAsked) {
                // The end will show whether it can be read at all.
                broken = true;
            }
        }
    }

    /**
     * The whole of it, after the end.
     *
     * @throws ChatFault MODEL_NONSENSE if it has another form
     */
    @Override
    public ChatReply whole() {
        int start = all.indexOf("{");
        int end = all.lastIndexOf("}");
        if (start < 0 || end < start) {
            throw new ChatFault(ChatFault.Reason.MODEL_NONSENSE, "no object");
        }
        try {
            return ChatReply.of(JSON.readTree(all.substring(start, end + 1)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ChatFault(ChatFault.Reason.MODEL_NONSENSE, e.getClass().getSimpleName());
        }
    }

    private void parse(String piece) throws IOException {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        feeder.feedInput(bytes, 0, bytes.length);
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.NOT_AVAILABLE;
                token = parser.nextToken()) {
            follow(token);
        }
    }

    private void follow(JsonToken token) throws IOException {
        boolean opens = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        boolean closes = token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
        if (closes) {
            depth--;
        }
        if (sentence == null && depth == 2 && token == JsonToken.START_OBJECT && field.equals("sentences")) {
            sentence = new TokenBuffer(JSON, false);
        }
        if (sentence != null) {
            sentence.copyCurrentEvent(parser);
            if (depth == 2 && token == JsonToken.END_OBJECT) {
                tell(sentence);
                sentence = null;
            }
        } else if (depth == 1 && token == JsonToken.FIELD_NAME) {
            field = parser.currentName();
        } else if (depth == 1 && token == JsonToken.VALUE_STRING && field.equals("decision")) {
            answers = ChatReply.does(parser.getText()) == ChatReply.Does.ANSWER;
        }
        if (opens) {
            depth++;
        }
    }

    private void tell(TokenBuffer whole) throws IOException {
        if (answers) {
            JsonNode json = JSON.readTree(whole.asParser());
            sentences.accept(ChatReply.Sentence.of(json));
        }
    }
}
