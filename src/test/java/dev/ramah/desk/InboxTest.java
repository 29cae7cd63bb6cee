package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of conversations and what was said in them: whoever may read it finds it, and nobody else. */
@RamahTest
class InboxTest {

    @Inject
    Cast cast;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Inject
    Session entities;

    @Inject
    EmptyDesk emptyDesk;

    private final Present present = new Present();

    @BeforeEach
    void nobodyWaits() {
        emptyDesk.now();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void aConversationIsInTheViewsThatItBelongsTo() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor waits = waitingWith("Where is the wombat?");
        assertTrue(view(cast.bima(), "waiting").contains(waits.conversation));
        assertFalse(view(cast.bima(), "mine").contains(waits.conversation));
        bima.takes(waits.conversation);
        assertEquals(List.of(waits.conversation), view(cast.bima(), "mine"));
        assertTrue(view(cast.maya(), "team").contains(waits.conversation), "Maya is of Bima's team");
        assertFalse(view(cast.ana(), "team").contains(waits.conversation));
        assertFalse(view(cast.bima(), "waiting").contains(waits.conversation));
        Instant until = Instant.now().plusSeconds(7_200);
        bima.does("pending", waits.conversation, Map.of("until", until.toString(), "reason", "The warehouse"));
        assertEquals(List.of(waits.conversation), view(cast.ana(), "promised"));
        bima.resolves(waits.conversation);
        assertEquals(List.of(), view(cast.bima(), "mine"));
        assertTrue(view(cast.bima(), "all").contains(waits.conversation));
    }

    @Test
    void aRowSaysWhoItIsAndWhatWasSaidLastAndWhatItWasAbout() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = waitingWith("Where is the wombat?");
        bima.takes(tom.conversation);
        bima.says(tom.conversation, "It is on its way.");
        bima.does("tag", tom.conversation, Map.of("reason", "wombats"));
        JsonPath page = inbox(cast.bima(), "view=mine");
        assertEquals("Tom", page.getString("items[0].customer.name"));
        assertEquals("It is on its way.", page.getString("items[0].said.text"));
        assertEquals("Bima", page.getString("items[0].said.name"));
        assertEquals("wombats", page.getString("items[0].reason"));
        assertEquals("Bima", page.getString("items[0].holder.name"));
        assertTrue(inbox(cast.bima(), "counts").getInt("views.mine") >= 1);
        assertTrue(inbox(cast.bima(), "counts").getList("reasons").contains("wombats"));
    }

    @Test
    void whatHurtsIsFoldedAwayInListsAndInWhatIsFoundAndTheScreenSaysWhereItIs() {
        String mark = "w" + UUID.randomUUID().toString().substring(0, 8);
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.opened(Visitor.tom());
        tom.says("Where is the " + mark + ", you idiot?");
        tom.says("You idiots! I will kill you, " + mark);
        tom.says("Where is " + mark + ", you idiot?");
        tom.asksForPerson();
        String folded = "Where is " + mark + ", you •••?";
        bima.takes(tom.conversation);
        assertEquals(folded, inbox(cast.bima(), "view=mine").getString("items[0].said.text"));
        await(cast.bima(), mark);
        JsonPath hits = search(cast.bima(), "q=" + mark);
        assertEquals(
                List.of(folded, "You idiots! I will kill you, " + mark, "Where is the " + mark + ", you •••?"),
                hits.getList("hits.passage.collect { it.text.join('') }"));
        JsonPath screen = cast.as(cast.bima())
                .get("/api/conversations/" + tom.conversation)
                .jsonPath();
        assertEquals("Where is " + mark + ", you idiot?", screen.getString("entries[2].text"), "it can be opened");
        int from = screen.getInt("entries[2].folds[0].from");
        assertEquals(
                "idiot", screen.getString("entries[2].text").substring(from, screen.getInt("entries[2].folds[0].to")));
        assertNull(screen.get("entries[1].folds"), "who threatens is read");
        bima.watches(tom.conversation);
        assertTrue(bima.line().awaitSaid("Where is the " + mark).has("folds"));
        assertFalse(tom.line().awaitSaid("Where is the " + mark).has("folds"));
    }

    @Test
    void filtersGoTogetherAndTheLastReasonOfAnEpisodeCounts() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima, Visitor.tom());
        Visitor sari = taken(bima, Visitor.sari());
        String reason = "quoll " + UUID.randomUUID();
        bima.does("tag", tom.conversation, Map.of("reason", "something else"));
        bima.does("tag", tom.conversation, Map.of("reason", reason));
        bima.does("tag", sari.conversation, Map.of("reason", reason));
        assertEquals(List.of(sari.conversation, tom.conversation), ids(inbox(cast.bima(), "reason=" + reason)));
        assertEquals(List.of(sari.conversation), ids(inbox(cast.bima(), "language=id&reason=" + reason)));
        bima.resolves(sari.conversation);
        assertEquals(List.of(), ids(inbox(cast.bima(), "language=id&status=open&reason=" + reason)));
        assertEquals(List.of(sari.conversation), ids(inbox(cast.bima(), "status=resolved&reason=" + reason)));
        bima.does("tag", tom.conversation, Map.of("reason", "not that"));
        assertEquals(List.of(sari.conversation), ids(inbox(cast.bima(), "reason=" + reason)));
    }

    @Test
    void pagesFollowEachOtherWithoutAHoleThoughConversationsComeMeanwhile() {
        Agent bima = present.sitsDown(cast.bima());
        List<String> wanted = new ArrayList<>();
        String reason = "numbat " + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            Visitor tom = taken(bima, Visitor.tom());
            bima.does("tag", tom.conversation, Map.of("reason", reason));
            wanted.add(0, tom.conversation);
        }
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = inbox(cast.bima(), "size=2&reason=" + reason + "&after=" + after);
            found.addAll(ids(page));
            after = page.getString("next");
            Visitor meanwhile = taken(bima, Visitor.tom());
            bima.does("tag", meanwhile.conversation, Map.of("reason", reason));
        } while (after != null);
        assertEquals(wanted, found);
    }

    @Test
    void nobodyListsOrFindsWhatTheyMayNotRead() {
        String word = "bandicoot" + UUID.randomUUID().toString().substring(0, 8);
        Agent bima = present.sitsDown(cast.bima());
        Colleague ana = cast.ana();
        Visitor tom = waitingWith("Where is my " + word + "?");
        bima.takes(tom.conversation);
        bima.does("tag", tom.conversation, Map.of("reason", word));
        assertEquals(List.of(tom.conversation), await(ana, word));
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        assertEquals(List.of(tom.conversation), find(ana, word));
        assertEquals(List.of(tom.conversation), find(cast.maya(), word));
        assertEquals(List.of(tom.conversation), find(cast.rani(), word));
        assertEquals(List.of(), find(cast.bima(), word));
        for (String view : List.of("all", "team", "waiting", "mine", "promised")) {
            assertFalse(view(cast.bima(), view).contains(tom.conversation), view);
            assertEquals(List.of(), ids(inbox(cast.bima(), "view=" + view + "&reason=" + word)));
            assertEquals(List.of(), found(search(cast.bima(), "q=" + word + "&view=" + view)));
        }
        Agent hers = present.sitsDown(ana);
        hers.takes(tom.conversation);
        assertFalse(view(cast.bima(), "team").contains(tom.conversation));
        assertTrue(view(ana, "mine").contains(tom.conversation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/inbox?view=all", "/api/inbox/counts", "/api/search?q=order"})
    void theyAreForStaffOnly(String path) {
        Visitor tom = waitingWith("My order");
        RestAssured.given().get(path).then().statusCode(401);
        RestAssured.given().auth().oauth2(tom.token).get(path).then().statusCode(401);
    }

    @Test
    void wordsAreFoundInTheirLanguageAndShownWhereTheyStand() {
        String mark = "w" + UUID.randomUUID().toString().substring(0, 8);
        Visitor tom = waitingWith("The parcels with " + mark + " never arrived, said the numbat.");
        assertEquals(List.of(tom.conversation), await(cast.bima(), mark));
        JsonPath hit = search(cast.bima(), "q=parcel arriving " + mark);
        assertEquals(List.of(tom.conversation), found(hit));
        List<String> marked = hit.getList("hits[0].passage.findAll { it.hit }.text");
        assertEquals(List.of("parcels", mark, "arrived"), marked);
        assertEquals(1, hit.getInt("hits[0].seq"));
        assertEquals("customer", hit.getString("hits[0].role"));
        assertEquals(List.of(), find(cast.bima(), mark + " -numbat"));
        assertEquals(List.of(), find(cast.bima(), mark + " -numbats"));
        assertEquals(List.of(tom.conversation), find(cast.bima(), "\"never arrived\" " + mark));
        assertEquals(List.of(), find(cast.bima(), "\"arrived never\" " + mark));
        assertEquals(List.of(), found(search(cast.bima(), "q=" + mark + "&language=id")));
        assertEquals(List.of(tom.conversation), found(search(cast.bima(), "q=" + mark + "&language=en&status=open")));
    }

    @Test
    void notesAreFoundByStaffAndHtmlInWordsStaysText() {
        String mark = "w" + UUID.randomUUID().toString().substring(0, 8);
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima, Visitor.tom());
        bima.does("note", tom.conversation, Map.of("text", "<b>Refunded</b> \u0002twice\u0003 " + mark));
        await(cast.bima(), mark);
        JsonPath hit = search(cast.bima(), "q=" + mark);
        assertEquals("noted", hit.getString("hits[0].kind"));
        String passage = String.join("", hit.<String>getList("hits[0].passage.text"));
        assertTrue(passage.contains("Refunded") && passage.contains("twice " + mark), passage);
        assertFalse(passage.contains("\u0002"), passage);
        assertEquals(List.of(mark), hit.getList("hits[0].passage.findAll { it.hit }.text"));
    }

    @Test
    void pagesOfWhatWasFoundFollowEachOther() {
        String mark = "w" + UUID.randomUUID().toString().substring(0, 8);
        Visitor tom = present.opened(Visitor.tom());
        tom.asksForPerson();
        IntStream.range(0, 5).forEach(i -> tom.says("Number " + i + " of " + mark));
        Patience.until("all are found", () -> find(cast.bima(), mark).size() == 5);
        JsonPath first = search(cast.bima(), "size=3&q=" + mark);
        JsonPath second = search(cast.bima(), "size=3&q=" + mark + "&after=" + first.getString("next"));
        List<Integer> numbers = new ArrayList<>(first.<Integer>getList("hits.seq"));
        numbers.addAll(second.<Integer>getList("hits.seq"));
        assertEquals(5, new HashSet<>(numbers).size());
        assertNull(second.getString("next"));
    }

    @Test
    void whoIsCalledSoIsFoundByTheirName() {
        String name = "Wombatina" + UUID.randomUUID().toString().substring(0, 8);
        Visitor hers = present.opened(Visitor.arrives(Map.of("name", name, "language", "en")));
        hers.asksForPerson();
        assertEquals(
                List.of(hers.conversation), search(cast.bima(), "q=" + name).getList("called.conversation"));
    }

    @Test
    void erasedWordsAreNeverFoundAndNothingOfThemIsLeftAlsoWhenTheyAreTakenInJustThen() {
        for (int i = 0; i < 5; i++) {
            String mark = "w" + UUID.randomUUID().toString().substring(0, 8);
            Visitor tom = waitingWith("My name is " + mark);
            UUID who = conversations
                    .find(new ConversationRef(UUID.fromString(tom.conversation)))
                    .customer();
            if (i % 2 == 0) {
                await(cast.bima(), mark);
            }
            CompletableFuture.allOf(
                            // Nobody waits for the answer: it may be erased before it comes.
                            CompletableFuture.runAsync(
                                    () -> tom.send("say", Map.of("clientId", "late", "text", "And I live in " + mark))),
                            CompletableFuture.runAsync(() -> customers.forget(who)))
                    .join();
            tom.line().awaitClose();
            Visitor behind = waitingWith("Behind it " + mark);
            assertEquals(List.of(behind.conversation), await(cast.bima(), mark));
            assertEquals(0, count("words where text is not null and", tom));
            assertEquals(0, count("spoken where", tom));
        }
    }

    @Test
    void wrongFiltersAreToldAndStrangeWordsHarmNothing() {
        for (String wrong : List.of("view=none", "status=none", "after=none", "after=1_2_3", "size=0", "size=1000")) {
            cast.as(cast.bima()).get("/api/inbox?" + wrong).then().statusCode(400);
        }
        for (String strange : List.of("", "   ", "the", "'", "\"", ")(", "a | !b & c:*", "\\", "%", "x".repeat(200))) {
            cast.as(cast.bima())
                    .queryParam("q", strange)
                    .get("/api/search")
                    .then()
                    .statusCode(200);
        }
        cast.as(cast.bima())
                .queryParam("q", "x".repeat(201))
                .get("/api/search")
                .then()
                .statusCode(400);
    }

    private int count(String rows, Visitor tom) {
        return entities.createNativeQuery("select count(*) from " + rows + " conversation = :it", Integer.class)
                .setParameter("it", UUID.fromString(tom.conversation))
                .getSingleResult();
    }

    private Visitor waitingWith(String words) {
        Visitor tom = present.opened(Visitor.tom());
        tom.says(words);
        tom.asksForPerson();
        return tom;
    }

    private Visitor taken(Agent by, Visitor who) {
        present.opened(who).asksForPerson();
        by.takes(who.conversation);
        return who;
    }

    private List<String> view(Colleague who, String view) {
        return ids(inbox(who, "size=100&view=" + view));
    }

    private JsonPath inbox(Colleague who, String query) {
        String path = query.equals("counts") ? "/api/inbox/counts" : "/api/inbox?" + query;
        return cast.as(who).get(path).then().statusCode(200).extract().jsonPath();
    }

    private static List<String> ids(JsonPath page) {
        return page.getList("items.conversation");
    }

    private JsonPath search(Colleague who, String query) {
        return cast.as(who)
                .get("/api/search?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> find(Colleague who, String words) {
        return cast.as(who)
                .queryParam("q", words)
                .get("/api/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("hits.conversation.conversation");
    }

    private static List<String> found(JsonPath page) {
        return page.getList("hits.conversation.conversation");
    }

    /** What is said is found a moment later. */
    private List<String> await(Colleague who, String words) {
        Patience.until("it is found", () -> !find(who, words).isEmpty());
        return find(who, words);
    }
}
