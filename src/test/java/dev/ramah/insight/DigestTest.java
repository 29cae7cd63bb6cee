package dev.ramah.insight;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Receiver;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Stories;
import dev.ramah.platform.Digests;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The digest of a week in May 2019 goes out once, over a real mail server, with the figures of the report. */
@RamahTest
class DigestTest {

    private static final Instant MONDAY = Instant.parse("2019-05-13T08:00:00Z");

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Dispatches dispatches;

    @Inject
    StatelessSession session;

    @Inject
    Scheduler scheduler;

    private final String address = "boss-" + UUID.randomUUID() + "@mail.example";
    private String token = "";
    private Object before = Map.of();

    @BeforeEach
    void aWeek() {
        // Today is no day of this test.
        scheduler.pause(Dispatches.LOOKS);
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("delete from digest_cursor")
                .executeUpdate());
        token = cast.token(cast.maya());
        before = standing().get("value");
        Author bima = Author.agent(cast.bima().id(), "Bima");
        if (!stories.isTold("may-week")) {
            stories.tell(
                    new Stories.Opening(
                            "may-week", UUID.randomUUID(), "", "en", null, Instant.parse("2019-05-07T10:00:00Z")),
                    story -> {
                        story.customerSays(Instant.parse("2019-05-07T10:00:00Z"), "A person, please");
                        story.botHandsOver(Instant.parse("2019-05-07T10:00:00Z"), "ASKED_FOR_A_PERSON");
                        story.agentTakes(Instant.parse("2019-05-07T10:02:00Z"), bima);
                        story.agentSays(Instant.parse("2019-05-07T10:03:20Z"), bima, "Here I am");
                        story.agentResolves(Instant.parse("2019-05-07T10:20:00Z"), bima);
                        story.customerRates(Instant.parse("2019-05-07T10:21:00Z"), 5, null, null);
                    });
        }
    }

    /** A theme that nothing is near to. */
    private void rose(String name, String at) {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        """
                        insert into theme (id, number, name, named, at, sum, risen_at, risen_n, risen_expected)
                        select gen_random_uuid(), coalesce(max(number), 0) + 1, :name, true, :at,
                               decode(repeat('00', 1536), 'hex'), :at, 9, 0.5 from theme""")
                .setParameter("name", name)
                .setParameter("at", Instant.parse(at))
                .executeUpdate());
    }

    @AfterEach
    void asItWas() {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("delete from theme where risen_at < '2020-01-01'")
                        .executeUpdate());
        set(before);
        scheduler.resume(Dispatches.LOOKS);
    }

    @Test
    void itGoesOutOnceWhoeverLooks() {
        set(rule("WEEKLY", "en"));
        rose("Late parcels", "2019-05-08T10:00:00Z");
        rose("Another week's", "2019-05-13T10:00:00Z");
        // What was due before the rule was made does not go out.
        dispatches.sendWhatIsDue(MONDAY.minusSeconds(1));
        assertEquals(List.of(), subjects());
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 6)
                .mapToObj(each -> CompletableFuture.runAsync(() -> dispatches.sendWhatIsDue(MONDAY)))
                .toList();
        nodes.forEach(CompletableFuture::join);
        dispatches.sendWhatIsDue(MONDAY.plusSeconds(3_600));
        List<String> subjects = subjects();
        assertEquals(1, subjects.size());
        assertTrue(subjects.get(0).contains("6 May 2019 to 12 May 2019"), subjects.get(0));
        String text = bodies().get(0);
        assertTrue(text.contains("Good answers (4 or 5): 100%"), text);
        assertTrue(
                text.contains("Themes that rose more than chance explains: 1 (Before: –)\n    Late parcels\n"), text);
        assertTrue(text.contains("First response, median: 3 min 20 s (Before: –)"), text);
        Patience.until("the mail server has it", () -> isSent());
    }

    @Test
    void aWebhookGetsItSignedAgainWhereItWasRefusedAndNotTwice() {
        try (Receiver receiver = new Receiver()) {
            AtomicInteger calls = new AtomicInteger();
            receiver.answers(call -> calls.getAndIncrement() == 0 ? 500 : 204);
            JsonPath webhook = cast.as(cast.rani())
                    .body(Map.of("address", receiver.address(), "kinds", List.of("digest")))
                    .post("/api/webhooks")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            Map<String, Object> rule = new HashMap<>(rule("WEEKLY", "en"));
            rule.put("webhooks", true);
            set(rule);
            dispatches.sendWhatIsDue(MONDAY.minusSeconds(1));
            IntStream.range(0, 4)
                    .mapToObj(each -> CompletableFuture.runAsync(() -> dispatches.sendWhatIsDue(MONDAY)))
                    .toList()
                    .forEach(CompletableFuture::join);
            Patience.until("it has arrived", () -> delivered(webhook.getString("id")) == 1);
            // Also whoever has lost count of what went out sends none again.
            QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                            "update digest_cursor set sent_for = sent_for - interval '7 days'")
                    .executeUpdate());
            dispatches.sendWhatIsDue(MONDAY.plusSeconds(3_600));
            assertEquals(1, delivered(webhook.getString("id")));
            List<Receiver.Call> came = receiver.calls();
            // An answer that came too late has it called once more; by its id it is the same.
            assertTrue(came.size() >= 2, came::toString);
            assertEquals(came.get(0).body(), came.get(1).body());
            for (Receiver.Call each : came) {
                assertEquals(came.get(0).header("Ramah-Event"), each.header("Ramah-Event"));
                assertEquals(
                        "v1="
                                + Digests.hmacSha256(
                                        webhook.getString("secret"),
                                        each.header("Ramah-Timestamp") + "." + each.body()),
                        each.header("Ramah-Signature"));
            }
            JsonPath told = new JsonPath(came.get(1).body());
            assertEquals("digest", told.getString("kind"));
            assertEquals("2019-05-13T00:00:00Z", told.getString("digest.to"));
            cast.as(cast.rani())
                    .delete("/api/webhooks/" + webhook.getString("id"))
                    .then()
                    .statusCode(204);
        }
    }

    /** How many deliveries to it there are; all of them have arrived, or none counts. */
    private int delivered(String webhook) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select cast(count(*) as int) from webhook_delivery where webhook = :webhook"
                                + " having bool_and(arrived)",
                        Integer.class)
                .setParameter("webhook", UUID.fromString(webhook))
                .getResultStream()
                .findFirst()
                .orElse(0));
    }

    @Test
    void itSpeaksIndonesian() {
        set(rule("DAILY", "id"));
        dispatches.sendWhatIsDue(Instant.parse("2019-05-07T09:00:00Z"));
        dispatches.sendWhatIsDue(Instant.parse("2019-05-08T09:00:00Z"));
        assertTrue(subjects().get(0).startsWith("Hari Anda di"), subjects().get(0));
        assertTrue(bodies().get(0).contains("Menunggu petugas, median: 2 mnt"));
    }

    @Test
    void managersGetOneWhenTheyAsk() {
        maya().get("/api/digest/preview")
                .then()
                .statusCode(200)
                .body("mail", equalTo(true))
                .body("to", equalTo(cast.maya().email()))
                .body("text", containsString("Conversations"));
        maya().post("/api/digest/send").then().statusCode(202);
        cast.as(cast.bima()).post("/api/digest/send").then().statusCode(403);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Map<String, Object> rule = new HashMap<>(rule("DAILY", "en"));
        rule.put("to", List.of("not an address"));
        maya().body(Map.of("value", rule, "version", standing().getInt("version")))
                .put("/api/settings/digest")
                .then()
                .statusCode(400)
                .body("detail", containsString("address"));
    }

    private Map<String, Object> rule(String rhythm, String language) {
        return Map.of(
                "rhythm",
                rhythm,
                "day",
                "MONDAY",
                "hour",
                8,
                "zone",
                "UTC",
                "language",
                language,
                "to",
                List.of(address),
                "webhooks",
                false);
    }

    private List<String> subjects() {
        return column("subject");
    }

    private List<String> bodies() {
        return column("body_text");
    }

    private boolean isSent() {
        return !column("cast(sent_at as text)").contains(null)
                && column("problem").stream().allMatch(Objects::isNull);
    }

    private List<String> column(String name) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select " + name + " from house_mail where address = :address order by created_at",
                        String.class)
                .setParameter("address", address)
                .getResultList());
    }

    private JsonPath standing() {
        return maya().get("/api/settings/digest").jsonPath();
    }

    private void set(Object value) {
        maya().body(Map.of("value", value, "version", standing().getInt("version")))
                .put("/api/settings/digest")
                .then()
                .statusCode(200);
    }

    private RequestSpecification maya() {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
