package dev.ramah.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was unhappy: what they say of their satisfaction decides, and what they say else where they do not. */
class AnswerTest {

    @ParameterizedTest
    @CsvSource({
        "2,   ,  , true",
        "3,   ,  , false",
        "5,  0, 1, false",
        "1, 10, 7, true",
        " ,  6,  , true",
        " ,  7,  , false",
        " ,  9, 1, false",
        " ,   , 3, true",
        " ,   , 4, false",
        " ,   ,  , false",
    })
    void whoIsUnhappy(@Nullable Integer csat, @Nullable Integer nps, @Nullable Integer effort, boolean isLow) {
        List<Answer> answers = new ArrayList<>();
        add(answers, Kind.CES, effort);
        add(answers, Kind.NPS, nps);
        add(answers, Kind.CSAT, csat);
        answers.add(new Answer(question(Kind.YES_NO), 0, null, null));
        assertEquals(isLow, Answer.areLow(answers));
    }

    private static void add(List<Answer> answers, Kind kind, @Nullable Integer mark) {
        if (mark != null) {
            answers.add(new Answer(question(kind), mark, null, null));
        }
    }

    private static Question question(Kind kind) {
        return new Question(kind.wire(), kind, Map.of("en", "?"), false, List.of());
    }
}
