package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The grinder caught fire yesterday",
                "there is smoke coming out of the machine",
                "I got an electric shock from the machine",
                "my daughter burned her hand on the steam wand",
                "I want to kill myself",
                "i will hurt you if it doesn't arrive",
                "I can't breathe after drinking it",
                "mesin saya terbakar",
                "saya kesetrum",
                "saya mau bunuh diri",
            })
    void hearsDanger(String text) {
        assertTrue(Words.DANGER.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The coffee tastes burnt",
                "Does a dark roast taste of smoke?",
                "Is there a fire sale next week?",
                "I'm dying to try the new beans",
                "Nobody got hurt, but the cup is broken",
                "No one was injured",
                "My order has not arrived, can you help?",
                "This coffee is killer",
                "How hot does the machine get?",
                "kopinya terasa gosong",
                "Can you shoot me an email?",
            })
    void staysCalmWhereThereIsNoDanger(String text) {
        assertFalse(Words.DANGER.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm really angry now",
                "this is ridiculous",
                "you people are thieves",
                "Worst service ever",
                "I'm fed up with waiting",
                "what the hell is going on",
                "saya sudah marah",
                "kecewa banget sama toko ini",
                "kalian penipu!",
            })
    void hearsAnger(String text) {
        assertTrue(Words.UPSET.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm not angry, just wondering",
                "I am a little disappointed with the taste, could you tell me what to do?",
                "Sorry to bother you, the lid arrived broken.",
                "I'd like to complain about a late delivery, please.",
                "Is this a scam or your real website?",
                "How do I get a refund?",
                "Saya tidak marah kok, cuma tanya",
                "Maaf, pesanan saya belum sampai",
                "Mad Hatter blend, is it back?",
            })
    void aPoliteComplaintIsCalm(String text) {
        assertFalse(Words.UPSET.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I talk to a person?",
                "let me speak with a human please",
                "agent please",
                "I want a human",
                "connect me to customer service",
                "Why can't I talk to someone?",
                "not a bot",
                "bisa bicara dengan petugas?",
                "minta admin",
            })
    void hearsWhoAsksForAPerson(String text) {
        assertTrue(Words.PERSON.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't want to talk to a person",
                "How many people drink coffee?",
                "Is there a travel agent discount?",
                "Do you deliver in person?",
                "Can I send it to someone as a gift?",
                "Apakah ada kopi untuk orang dewasa?",
            })
    void hearsNoWishForAPersonWhereThereIsNone(String text) {
        assertFalse(Words.PERSON.in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "Heyyy!", "good morning", "Halo kak", "hello, I have a question", "P"})
    void knowsGreetings(String text) {
        assertTrue(Words.GREETING.isAllOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi, where is my order", "morning delivery", "", "???", "high"})
    void aGreetingWithAQuestionIsAQuestion(String text) {
        assertFalse(Words.GREETING.isAllOf(text));
    }
}
