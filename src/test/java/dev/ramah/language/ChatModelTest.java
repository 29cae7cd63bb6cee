package dev.ramah.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.FakeModel;
import dev.ramah.platform.Ticks;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChatModelTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static final ChatTask TASK = new ChatTask(
            "You answer from passages.",
            List.of(
                    new ChatTask.Line(true, "How long does shipping take?"),
                    new ChatTask.Line(false, "Two days."),
                    new ChatTask.Line(true, "And to Bali? Write to sari@example.com.")),
            List.of("NOTHING_FOUND"),
            List.of());

    private final FakeModel fake = new FakeModel();

    @AfterEach
    void close() {
        fake.close();
    }

    private ChatModel model(ChatConfig.Provider provider) {
        return Chats.open(provider, address(provider));
    }

    private String address(ChatConfig.Provider provider) {
        return fake.address() + (provider == ChatConfig.Provider.OLLAMA ? "" : "/v1");
    }

    @ParameterizedTest
    @EnumSource(ChatConfig.Provider.class)
    void everyProviderIsUnderstoodSentenceBySentence(ChatConfig.Provider provider) {
        fake.says(FakeModel.answers(List.of("Parcels to Bali take \"four\" days.", "They go by sea."), List.of(1, 2)));
        Queue<ChatReply.Sentence> heard = new ConcurrentLinkedQueue<>();

        ChatReply reply = model(provider).ask(TASK, LONG, heard::add).join();

        assertEquals(ChatReply.Does.ANSWER, reply.does());
        assertEquals(reply.sentences(), List.copyOf(heard));
        assertEquals(new ChatReply.Sentence("Parcels to Bali take \"four\" days.", List.of(1, 2)), heard.peek());
        String asked = fake.asked().get(0);
        assertTrue(asked.contains("You answer from passages."), asked);
        assertTrue(asked.contains("hand_over"), "the form goes along: " + asked);
        assertTrue(asked.contains("Two days."), "and what was said: " + asked);
        assertFalse(asked.contains("sari@example.com"), asked);
        assertTrue(asked.contains("[EMAIL_1]"), asked);
    }

    @ParameterizedTest
    @EnumSource(ChatConfig.Provider.class)
    void everyProviderThatRefusesIsDownAndOneThatIsOverrunIsBusy(ChatConfig.Provider provider) {
        fake.refuses(503);
        assertEquals(ChatFault.Reason.MODEL_DOWN, fault(model(provider).ask(TASK, LONG, each -> {})));
        fake.refuses(429);
        assertEquals(ChatFault.Reason.MODEL_BUSY, fault(model(provider).ask(TASK, LONG, each -> {})));
    }

    @ParameterizedTest
    @EnumSource(ChatConfig.Provider.class)
    void everyProviderThatTalksNonsenseIsToldFromOneThatAnswers(ChatConfig.Provider provider) {
        fake.says("Sure! I am happy to help you with that.");
        assertEquals(ChatFault.Reason.MODEL_NONSENSE, fault(model(provider).ask(TASK, LONG, each -> {})));
    }

    @ParameterizedTest
    @EnumSource(ChatConfig.Provider.class)
    void everyProviderThatSaysNothingIsSlow(ChatConfig.Provider provider) {
        CountDownLatch never = new CountDownLatch(1);
        fake.saysAfter(never, "");
        assertEquals(ChatFault.Reason.MODEL_SLOW, fault(model(provider).ask(TASK, Duration.ofMillis(300), each -> {})));
        never.countDown();
    }

    @Test
    void aSentenceIsHeardBeforeTheNextIsWritten() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        fake.pausesInTheMiddle(open, FakeModel.answers(List.of("It takes two days.", "x".repeat(200)), List.of(1)));
        BlockingQueue<ChatReply.Sentence> heard = new LinkedBlockingQueue<>();

        CompletableFuture<ChatReply> reply = model(ChatConfig.Provider.OPENAI).ask(TASK, LONG, heard::add);

        ChatReply.Sentence first = heard.poll(30, TimeUnit.SECONDS);
        assertEquals(new ChatReply.Sentence("It takes two days.", List.of(1)), first);
        assertFalse(reply.isDone());
        open.countDown();
        assertEquals(2, reply.join().sentences().size());
    }

    @Test
    void whatStopsInTheMiddleIsSlowAndNothingIsHeardAfterThat() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        fake.pausesInTheMiddle(open, FakeModel.answers(List.of("One.", "x".repeat(200), "Three."), List.of(1)));
        BlockingQueue<ChatReply.Sentence> heard = new LinkedBlockingQueue<>();

        CompletableFuture<ChatReply> reply =
                model(ChatConfig.Provider.OPENAI).ask(TASK, Duration.ofSeconds(1), heard::add);

        assertEquals(ChatFault.Reason.MODEL_SLOW, fault(reply));
        open.countDown();
        assertEquals(
                List.of("One."), heard.stream().map(ChatReply.Sentence::text).toList());
    }

    @Test
    void afterSomeFailuresItIsLeftAloneForAWhile() {
        long[] now = {0};
        Ticks ticks = new Ticks() {
            @Override
            public long millis() {
                return now[0];
            }
        };
        ChatModel model = Chats.open(ChatConfig.Provider.OPENAI, fake.address() + "/v1", LONG, ticks);
        fake.refuses(500);
        fault(model.ask(TASK, LONG, each -> {}));
        fault(model.ask(TASK, LONG, each -> {}));
        fake.forgets();

        assertEquals(ChatFault.Reason.MODEL_PAUSED, fault(model.ask(TASK, LONG, each -> {})));
        assertEquals(List.of(), fake.asked());

        fake.says(FakeModel.handsOver("NOTHING_FOUND"));
        now[0] = 30_001;
        assertEquals("NOTHING_FOUND", model.ask(TASK, LONG, each -> {}).join().reason());
        assertEquals(
                ChatReply.Does.HAND_OVER,
                model.ask(TASK, LONG, each -> {}).join().does());
    }

    @Test
    void aFenceAroundTheReplyIsNoNonsense() {
        fake.says("```json\n" + FakeModel.asksBack(2, 3) + "\n```");

        ChatReply reply =
                model(ChatConfig.Provider.OPENAI).ask(TASK, LONG, each -> {}).join();

        assertEquals(List.of(2, 3), reply.choices());
    }

    @Test
    void theMaskedComesBackAsItWas() {
        fake.says(FakeModel.answer("We write to [EMAIL_1].", 1));

        ChatReply reply =
                model(ChatConfig.Provider.OPENAI).ask(TASK, LONG, each -> {}).join();

        assertEquals("We write to sari@example.com.", reply.sentences().get(0).text());
    }

    @ParameterizedTest
    @EnumSource(ChatConfig.Provider.class)
    void everyProviderWritesBriefs(ChatConfig.Provider provider) {
        BriefTask task =
                new BriefTask("Tell where it stands.", "[1] customer: write to sari@example.com", List.of("order"));
        fake.says("Here it is: {\"summary\":[{\"text\":\"Answers go to [EMAIL_1].\",\"entries\":[1]}],\"tried\":[],"
                + "\"facts\":[{\"kind\":\"email\",\"value\":\"[EMAIL_1]\",\"entry\":1}]}");

        BriefReply reply = model(provider).brief(task, LONG).join();

        assertEquals(List.of(new BriefReply.Point("Answers go to sari@example.com.", List.of(1))), reply.summary());
        assertEquals(List.of(new BriefReply.Named("email", "sari@example.com", 1)), reply.facts());
        assertEquals(List.of(), reply.open());
        assertFalse(fake.asked().get(0).contains("sari@example.com"));

        fake.says("[1, 2]");
        assertEquals(ChatFault.Reason.MODEL_NONSENSE, fault(model(provider).brief(task, LONG)));
        CountDownLatch never = new CountDownLatch(1);
        fake.saysAfter(never, "{}");
        assertEquals(ChatFault.Reason.MODEL_SLOW, fault(model(provider).brief(task, Duration.ofMillis(300))));
        never.countDown();
    }

    @Test
    void withoutAProviderThereIsNone() {
        assertFalse(Chats.none().isThere());
    }

    private static ChatFault.Reason fault(CompletableFuture<?> reply) {
        Throwable thrown = assertThrows(CompletionException.class, reply::join).getCause();
        return assertInstanceOf(ChatFault.class, thrown).reason();
    }
}
