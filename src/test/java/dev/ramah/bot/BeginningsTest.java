package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.bot.Beginnings.Begun;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BeginningsTest {

    @Test
    void aPhraseBeginsWithEachOfItsAlternatives() {
        assertEquals(Set.of("angry"), Beginnings.of("angry"));
        assertEquals(Set.of("i", "i'm"), Beginnings.of("(i am|i'm) angry"));
        assertEquals(Set.of("in", "into", "the"), Beginnings.of("(in|(into|the)) ... fire"));
        assertEquals(Set.of("very", "bad"), Beginnings.of("(very )?bad"));
        assertEquals(Set.of("or"), Beginnings.of("ord?er"));
        assertEquals(Set.of("no"), Beginnings.of("no*"));
        assertEquals(Set.of(""), Beginnings.of("[^ |]+ fire"));
    }

    @Test
    void aTextsWordsBeginInEveryLength() {
        assertEquals(
                List.of(
                        new Begun("n", 0),
                        new Begun("no", 0),
                        new Begun("i", 5),
                        new Begun("i'", 5),
                        new Begun("i'm", 5)),
                Beginnings.in("no | i'm"));
        assertEquals(List.of(), Beginnings.in(""));
    }
}
