package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Citation;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Listens;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.Told;
import dev.ramah.conversation.Turn;
import dev.ramah.conversation.Typing;
import dev.ramah.customer.Customers;
import dev.ramah.knowledge.Shelves;
import dev.ramah.language.Tongues;
import dev.ramah.platform.RamahTest;
import dev.ramah.platform.Traces;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RamahTest
class TurnsTest {

    private static final String ARTICLES =
            """
            {"id": "opening", "title": "When is the coffee bar open?", "body": "Every day from 7 to 19."}
            {"id": "loyalty", "title": "How do I get a loyalty card?", "body": "Ask at the counter; it is free."}
            {"id": "roast-date", "title": "Where is the roast date?", "body": "On the bottom of the bag."}
            """;

    /** Collects what the log tells. */
    @Singleton
    static class Heard implements Listens {

        private final BlockingQueue<Told> news = new LinkedBlockingQueue<>();

        @Override
        public void told(Told told) {
            news.add(told);
        }
    }

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    @Inject
    Shelves shelves;

    @Inject
    Turns turns;

    @Inject
    Typing typing;

    @Inject
    Answers answers;

    @Inject
    Writer writer;

    @Inject
    Tongues tongues;

    @Inject
    Shop shop;

    @Inject
    BotMeters meters;

    @Inject
    Traces traces;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    Heard heard;

    private ConversationRef toms;

    @BeforeEach
    void tomOpensTheWidget() {
        shelves.empty();
        shelves.hold(ARTICLES);
        UUID tom = customers.anonymous("Tom", null, "en", Map.of()).id();
        toms = conversations.open(tom, "Tom", "en", null, null).conversation();
    }

    @Test
    void severalMessagesGetOneReplyToAllOfThem() throws InterruptedException {
        say("hi");
        say("quick question");
        say("when is the coffee bar open?");

        Happened.Said reply = botsNext();

        assertEquals("Every day from 7 to 19.", reply.text());
        assertEquals("opening", reply.citations().get(0).article());
        assertEquals(1, saidByBot().size());
    }

    @Test
    void twoQuestionsAtOnceAreBothAnsweredInOneReply() throws InterruptedException {
        say("when is the coffee bar open?");
        say("how do I get a loyalty card?");

        Happened.Said reply = botsNext();

        assertEquals(
                List.of("opening", "loyalty"),
                reply.citations().stream().map(Citation::article).toList());
        assertTrue(reply.text().contains("Every day from 7 to 19."), reply.text());
        assertEquals(1, saidByBot().size());
    }

    @Test
    void aThumbDownBringsAPersonWithTheReason() throws InterruptedException {
        say("how do I get a loyalty card?");
        botsNext();
        int answer = saidByBot().get(0).seq();

        conversations.customerThumbs(toms, "thumb", answer, false).join();
        botsNext();

        assertEquals(Turn.QUEUE, conversations.find(toms).turn());
        assertTrue(entries().stream().anyMatch(each -> each.what().equals(new Happened.Escalated("THUMBS_DOWN"))));
    }

    @Test
    void theSameArticleTwiceBringsAPerson() throws InterruptedException {
        say("where is the roast date?");
        botsNext();
        say("I mean, where do I find the date of roasting?");
        botsNext();

        assertTrue(entries().stream().anyMatch(each -> each.what().equals(new Happened.Escalated("ASKED_TWICE"))));
    }

    @Test
    void theBotIsSilentOnceAPersonWasAskedFor() throws InterruptedException {
        say("when is the coffee bar open?");
        conversations.customerAsksForPerson(toms, "human").join();

        turns.sweep();

        assertEquals(Turn.QUEUE, conversations.find(toms).turn());
        assertFalse(saidByBot().stream()
                .anyMatch(each -> each.what() instanceof Happened.Said said
                        && !said.citations().isEmpty()));
    }

    /** In one transaction, so that the bot of this very application can't take it in between. */
    @Test
    void whatIsNotFinishedAtAStopIsDueElsewhereAtOnce() throws InterruptedException {
        say("when is the coffee bar open?");
        botsNext();
        Told words = new Told(conversations.find(toms), entries().subList(0, 1));
        Turns stopping =
                new Turns(conversations, typing, answers, writer, tongues, shop, meters, traces, Duration.ofHours(1));

        QuarkusTransaction.requiringNew().run(() -> {
            entities.createQuery("update Conversation set botDue = :soon where id = :id")
                    .setParameter("soon", clock.instant().plusSeconds(8))
                    .setParameter("id", toms.id())
                    .executeUpdate();
            stopping.told(words);
            assertFalse(conversations.botTurnsDue().contains(toms), "it is taken");
            stop(stopping);
            assertTrue(conversations.botTurnsDue().contains(toms), "it is free");
        });
    }

    private static void stop(Turns turns) {
        try {
            turns.stop(new ShutdownDelayInitiatedEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void say(String text) {
        conversations
                .customerSays(toms, UUID.randomUUID().toString(), text, null)
                .join();
    }

    private Happened.Said botsNext() throws InterruptedException {
        for (Told told = next(); ; told = next()) {
            for (Entry entry : told.entries()) {
                if (entry.conversation().equals(toms)
                        && entry.isBy(Role.BOT)
                        && entry.what() instanceof Happened.Said said) {
                    return said;
                }
            }
        }
    }

    private Told next() throws InterruptedException {
        Told told = heard.news.poll(60, TimeUnit.SECONDS);
        if (told == null) {
            throw new AssertionError("the bot says nothing");
        }
        return told;
    }

    private List<Entry> entries() {
        return conversations.entries(toms, 0);
    }

    private List<Entry> saidByBot() {
        return entries().stream()
                .filter(each -> each.isBy(Role.BOT) && each.what() instanceof Happened.Said)
                .toList();
    }
}
