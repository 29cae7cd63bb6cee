package dev.ramah.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What managers may ask, in which language it is read, and which answers are answers. */
class FormTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Question CSAT =
            new Question("csat", Kind.CSAT, Map.of("en", "How was it?", "id", "Bagaimana?"), true, List.of());

    private static final Question WHY = new Question(
            "why",
            Kind.CHOICE,
            Map.of("en", "Why?", "id", "Mengapa?"),
            false,
            List.of(
                    new Question.Option("price", Map.of("en", "The price", "id", "Harganya")),
                    new Question.Option("taste", Map.of("en", "The taste"))));

    private static final Question MORE = new Question("more", Kind.TEXT, Map.of("en", "More?"), false, List.of());

    private static final Form WHOLE = form(CSAT, WHY, MORE);

    @Test
    void itIsReadInALanguageInWhichNothingIsMissing() {
        assertEquals("en", WHOLE.languageFor("id"));
        assertEquals("id", form(CSAT).languageFor("id"));
        assertEquals("en", form(CSAT).languageFor("ar"));
        Question arabic = new Question("csat", Kind.CSAT, Map.of("en", "How?", "ar", "كيف؟"), true, List.of());
        Shown shown = Shown.of(new UUID(0, 1), form(arabic), "ar");
        assertEquals("rtl", shown.direction());
        assertEquals("كيف؟", shown.questions().get(0).text());
        assertEquals("ltr", Shown.of(new UUID(0, 1), WHOLE, "id").direction());
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsReason() {
        refused("1 to 5 questions", form());
        refused(
                "1 to 5 questions",
                form(IntStream.range(0, 6)
                        .mapToObj(i -> new Question("q" + i, Kind.TEXT, Map.of("en", "?"), false, List.of()))
                        .toArray(Question[]::new)));
        refused("key csat", form(CSAT, new Question("csat", Kind.NPS, CSAT.text(), false, List.of())));
        refused("once at most", form(CSAT, new Question("again", Kind.CSAT, CSAT.text(), false, List.of())));
        refused("primary", new Form("en", List.of(CSAT, MORE), "more", false));
        refused("primary", form(new Question("csat", Kind.CSAT, CSAT.text(), false, List.of())));
        refused("(id)", new Form("id", WHOLE.questions(), "csat", false));
        refused(
                "2 to 10",
                form(
                        CSAT,
                        new Question(
                                "why",
                                Kind.CHOICE,
                                WHY.text(),
                                false,
                                WHY.options().subList(0, 1))));
        refused("two letters", form(new Question("csat", Kind.CSAT, Map.of("english", "?"), true, List.of())));
        refused("300", form(new Question("csat", Kind.CSAT, Map.of("en", "x".repeat(301)), true, List.of())));
        assertEquals(WHOLE, WHOLE.checked());
    }

    @Test
    void npsKeepsADayFromTheChatAndMailNeedsAServer() {
        Form nps = new Form(
                "en", List.of(new Question("nps", Kind.NPS, Map.of("en", "?"), true, List.of())), "nps", false);
        assertTrue(refusal(rules(0, Channel.WIDGET, null), nps, true).contains("day after"));
        assertFalse(refusal(rules(1, Channel.WIDGET, null), nps, true).contains("day after"));
        assertTrue(refusal(rules(1, Channel.MAIL, null), WHOLE, false).contains("Mail is not set up"));
        assertTrue(refusal(rules(1, Channel.WIDGET, 3), WHOLE, true).contains("remindAfterDays"));
        assertEquals("", refusal(rules(1, Channel.MAIL, 3), WHOLE, true));
        assertTrue(refusal(rules(31, Channel.WIDGET, null), WHOLE, true).contains("afterDays"));
    }

    @Test
    void aLanguageIsACodeHoweverItIsWrittenAndNothingElse() {
        Rules loud = only("EN", " Id ", "en");
        assertEquals(List.of("en", "id"), loud.languages());
        assertEquals("", refusal(loud, WHOLE, true));
        assertTrue(refusal(only("en", "English"), WHOLE, true).contains("english is none"));
        assertTrue(refusal(only("xx"), WHOLE, true).contains("xx is none"));
    }

    private static Rules only(String... languages) {
        return new Rules(
                Set.of(Occasion.RESOLVED), 0, 100, List.of(languages), List.of(), List.of(), 14, Channel.WIDGET, null);
    }

    @Test
    void answersAreReadByTheQuestions() {
        List<Answer> read = Answer.read(WHOLE, answers("{\"csat\": 5, \"why\": \"taste\", \"more\": \"  Lovely \"}"));
        assertEquals(
                List.of(5),
                read.stream().map(Answer::number).filter(each -> each != null).toList());
        assertEquals("taste", read.get(1).choice());
        assertEquals("Lovely", read.get(2).words());
        List<Answer> least = Answer.read(WHOLE, answers("{\"csat\": 1, \"why\": null, \"more\": \" \"}"));
        assertEquals(1, least.size());
        assertNull(least.get(0).words());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"csat\": null}",
                "{\"csat\": 0}",
                "{\"csat\": 6}",
                "{\"csat\": 4.5}",
                "{\"csat\": \"5\"}",
                "{\"csat\": true}",
                "{\"csat\": 99999999999}",
                "{\"csat\": 5, \"why\": \"colour\"}",
                "{\"csat\": 5, \"why\": 1}",
                "{\"csat\": 5, \"more\": 7}",
                "{\"csat\": 5, \"more\": \"a\\u0000b\"}",
                "{\"csat\": 5, \"nps\": 10}"
            })
    void whatIsNoAnswerIsRefused(String given) {
        assertThrows(Problem.class, () -> Answer.read(WHOLE, answers(given)));
    }

    @ParameterizedTest
    @CsvSource({"CSAT, 1, 5", "NPS, 0, 10", "CES, 1, 7", "YES_NO, 0, 1"})
    void eachScaleHasItsEnds(Kind kind, int min, int max) {
        Form form = new Form("en", List.of(new Question("q", kind, Map.of("en", "?"), true, List.of())), "q", false);
        for (int i = min; i <= max; i++) {
            assertEquals(
                    i, Answer.read(form, answers("{\"q\": " + i + "}")).get(0).number());
        }
        assertThrows(Problem.class, () -> Answer.read(form, answers("{\"q\": " + (min - 1) + "}")));
        assertThrows(Problem.class, () -> Answer.read(form, answers("{\"q\": " + (max + 1) + "}")));
    }

    @Test
    void aScaleOfTheirOwnHasItsOwnStepsAndSaysWhatItsEndsMean() {
        Question fit = scale(0, 10, Map.of("en", "Not at all", "id", "Tidak sama sekali"));
        Form form = form(CSAT, fit);
        assertEquals(form, form.checked());
        assertEquals(
                10,
                Answer.read(form, answers("{\"csat\": 5, \"fit\": 10}")).get(1).number());
        assertThrows(Problem.class, () -> Answer.read(form, answers("{\"csat\": 5, \"fit\": 11}")));
        assertThrows(Problem.class, () -> Answer.read(form, answers("{\"csat\": 5, \"fit\": -1}")));
        Shown.Part shown = Shown.of(new UUID(0, 1), form, "id").questions().get(1);
        assertEquals(List.of("Tidak sama sekali", ""), shown.ends());
        assertEquals(List.of(0, 10), List.of(shown.min(), shown.max()));
        // An end that is there in another language only keeps the survey from being whole in its own.
        refused("(en)", form(CSAT, scale(1, 5, Map.of("id", "Tidak sama sekali"))));
        assertEquals("en", form(CSAT, scale(1, 5, Map.of("en", "Not at all"))).languageFor("id"));
        refused("2 to 11 steps", form(CSAT, scale(0, 11, Map.of())));
        refused("2 to 11 steps", form(CSAT, scale(1, 1, Map.of())));
        refused("2 to 11 steps", form(CSAT, scale(-1, 5, Map.of())));
        refused("has a scale", form(CSAT, new Question("fit", Kind.SCALE, CSAT.text(), false, List.of())));
        refused("primary", new Form("en", List.of(CSAT, fit), "fit", false));
    }

    private static Question scale(int min, int max, Map<String, String> low) {
        return new Question(
                "fit",
                Kind.SCALE,
                Map.of("en", "Does it fit?", "id", "Cocok?"),
                true,
                List.of(),
                new Question.Scale(min, max, low, Map.of()));
    }

    @Test
    void npsIsPromotersLessDetractorsAndEffortIsTheShareOfTheUpperThree() {
        Figures.Nps nps = Figures.Nps.of(new int[] {1, 0, 0, 0, 0, 0, 1, 2, 1, 3, 2});
        assertEquals(10, nps.answers());
        assertEquals(30.0, nps.score());
        assertEquals(5, nps.promoters().n());
        assertEquals(3, nps.passives().n());
        assertEquals(2, nps.detractors().n());
        Figures.Ces ces = Figures.Ces.of(new int[] {0, 1, 0, 0, 1, 1, 0, 2});
        assertEquals(5, ces.answers());
        assertEquals(4.8, ces.mean());
        assertEquals(3, ces.easy().n());
        assertNull(Figures.Nps.of(new int[11]).score());
        assertNull(Figures.Ces.of(new int[8]).mean());
    }

    private static Form form(Question... questions) {
        return new Form("en", List.of(questions), "csat", false);
    }

    private static void refused(String why, Form form) {
        String detail = assertThrows(Problem.class, form::checked).detail();
        assertTrue(detail.contains(why), detail);
    }

    private static Rules rules(int afterDays, Channel channel, @Nullable Integer remind) {
        return new Rules(
                Set.of(Occasion.RESOLVED), afterDays, 100, List.of(), List.of(), List.of(), 14, channel, remind);
    }

    private static String refusal(Rules rules, Form form, boolean mail) {
        try {
            rules.check(form, mail);
            return "";
        } catch (Problem refused) {
            return refused.detail();
        }
    }

    private static Map<String, JsonNode> answers(String json) {
        try {
            return JSON.readerForMapOf(JsonNode.class).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
