package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Turn;
import dev.ramah.customer.Customers;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff write to a customer first. */
@RamahTest
class BeginTest {

    @Inject
    Cast cast;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

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
    void theCustomerSeesItWhereTheyWereAndItIsTheAgentsFromTheStart() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = helped(bima);
        Response begun = begin(cast.bima(), customer(tom), "Your parcel has arrived.", "1");
        assertEquals(201, begun.statusCode());
        assertEquals(tom.conversation, begun.path("conversation"));
        tom.line().awaitSaid("Your parcel has arrived.");
        assertEquals(List.of("escalated", "assigned", "resolved", "reopened", "assigned", "said"), kinds(tom));
        State now = state(tom);
        assertEquals(Turn.AGENT, now.turn());
        assertEquals(bima.id, String.valueOf(now.holder()));
        tom.says("Thank you!");
        bima.line().awaitSaid("Thank you!");
    }

    @Test
    void aRepeatBeginsNothingAndNobodyBeginsWhereOneIsOpen() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = helped(bima);
        assertEquals(201, begin(cast.bima(), customer(tom), "Hello", "1").statusCode());
        Response again = begin(cast.bima(), customer(tom), "Hello", "1");
        assertEquals(200, again.statusCode());
        assertEquals(6, (int) again.path("seq"));
        assertEquals(409, begin(cast.bima(), customer(tom), "Hello", "2").statusCode());
        assertEquals(409, begin(cast.ana(), customer(tom), "Hello", "1").statusCode());
        assertEquals(6, kinds(tom).size());
    }

    @Test
    void ofTwoWhoBeginAtOnceOneDoesAlsoWithSomebodyWhoNeverWrote() {
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 4; i++) {
            UUID customer = i % 2 == 0
                    ? customer(helped(bima))
                    : customers
                            .known("shop-" + UUID.randomUUID(), "Sari", null, "id")
                            .id();
            Colleague maya = cast.maya();
            Colleague rani = cast.rani();
            List<Integer> answers = Stream.of(maya, rani)
                    .map(who -> CompletableFuture.supplyAsync(
                            () -> begin(who, customer, "Hello", "1").statusCode()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertEquals(List.of(201, 409), answers);
            assertEquals(1, conversations.ofCustomer(customer).size());
        }
    }

    @Test
    void whoWritesWhileStaffBeginIsHeardEitherWay() {
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 5; i++) {
            Visitor tom = helped(bima);
            UUID who = customer(tom);
            CompletableFuture<Integer> begun = CompletableFuture.supplyAsync(
                    () -> begin(cast.bima(), who, "Hello", "1").statusCode());
            tom.says("Hello?");
            if (begun.join() == 201) {
                assertEquals(
                        List.of("escalated", "assigned", "resolved", "reopened", "assigned", "said", "said"),
                        kinds(tom));
                bima.resolves(tom.conversation);
            } else {
                assertEquals(409, begun.join());
                assertEquals(
                        List.of("escalated", "assigned", "resolved", "reopened", "said"),
                        kinds(tom).subList(0, 5));
            }
        }
    }

    @Test
    void onlyStaffWhoKnowTheCustomerBegin() {
        Agent bima = present.sitsDown(cast.bima());
        Colleague ana = cast.ana();
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        Agent hers = present.sitsDown(ana);
        hers.takes(tom.conversation);
        hers.resolves(tom.conversation);
        UUID who = customer(tom);
        assertEquals(403, begin(cast.bima(), who, "Hello", "1").statusCode());
        for (String token : List.of("", "nonsense", tom.token)) {
            RestAssured.given()
                    .contentType(ContentType.JSON)
                    .header("Authorization", "Bearer " + token)
                    .body(Map.of("text", "Hello", "clientId", "1"))
                    .post("/api/customers/" + who + "/conversations")
                    .then()
                    .statusCode(401);
        }
        assertEquals(404, begin(cast.maya(), UUID.randomUUID(), "Hello", "1").statusCode());
        UUID stranger =
                customers.known("shop-" + UUID.randomUUID(), "Sari", null, "id").id();
        assertEquals(403, begin(cast.bima(), stranger, "Hello", "1").statusCode());
        assertEquals(400, begin(ana, who, " ", "1").statusCode());
        assertEquals(400, begin(ana, who, "x".repeat(4_001), "1").statusCode());
        assertTrue(!state(tom).isOpen());
        assertEquals(201, begin(ana, who, "Hello", "1").statusCode());
    }

    private Visitor helped(Agent by) {
        Visitor tom = present.waiting();
        by.takes(tom.conversation);
        by.resolves(tom.conversation);
        return tom;
    }

    private Response begin(Colleague who, UUID customer, String text, String clientId) {
        return cast.as(who)
                .body(Map.of("text", text, "clientId", clientId))
                .post("/api/customers/" + customer + "/conversations");
    }

    private UUID customer(Visitor tom) {
        return state(tom).customer();
    }

    private State state(Visitor tom) {
        return conversations.find(new ConversationRef(UUID.fromString(tom.conversation)));
    }

    private List<String> kinds(Visitor tom) {
        return conversations.entries(state(tom).conversation(), 0).stream()
                .map(each -> each.what().kind())
                .toList();
    }
}
