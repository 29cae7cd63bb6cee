package dev.ramah.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.ramah.platform.Problem;
import dev.ramah.platform.TextLines;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of an import, as sent. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ArticleLine(
        @Nullable String id,
        @Nullable String title,
        @Nullable String body,
        @Nullable List<@Nullable String> questions,
        @Nullable String language,
        @Nullable List<@Nullable String> tags) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Incoming incoming(TextLines.Line line) {
        return Incoming.of(null, line.number(), () -> parse(line));
    }

    /** The article of this line; a {@link Problem} says why there is none. */
    static Draft parse(TextLines.Line line) {
        String text = line.text();
        if (text == null) {
            throw Problem.invalid("longer than " + Lines.LONGEST + " characters");
        }
        try {
            ArticleLine read = JSON.readValue(text, ArticleLine.class);
            if (read == null) {
                throw Problem.invalid("not a JSON object");
            }
            return Draft.of(read.id, read.language, read.title, read.body, read.questions, read.tags);
        } catch (MismatchedInputException e) {
            String field = e.getPath().stream()
                    .map(each -> String.valueOf(each.getFieldName()))
                    .limit(1)
                    .collect(Collectors.joining());
            throw Problem.invalid(field.isEmpty() ? "not a JSON object" : field + " has the wrong type");
        } catch (JsonProcessingException e) {
            throw Problem.invalid("not valid JSON");
        }
    }
}
