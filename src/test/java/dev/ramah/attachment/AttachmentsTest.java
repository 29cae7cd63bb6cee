package dev.ramah.attachment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Bodies;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files go both ways, once, to nobody else, and are gone with whom they are about. */
@RamahTest
class AttachmentsTest {

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    @Inject
    Attachments attachments;

    @Inject
    DataSource database;

    private final Present present = new Present();

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void aCustomersPhotoIsAnEntryThatBothSidesSeeAndTellsNoPlace() {
        Visitor sari = present.opened(Visitor.sari());
        sari.asksForPerson();
        Agent bima = present.sitsDown(cast.bima());
        bima.takes(sari.conversation);
        sends(asCustomer(sari), sari, "a", "../pompa.jpg", Photos.jpeg(40, 30, 1))
                .statusCode(201)
                .body("name", equalTo("pompa.jpg"))
                .body("media", equalTo("image/jpeg"))
                .body("width", equalTo(40));
        JsonNode seen = bima.line().awaitEntry("attached");
        assertEquals("pompa.jpg", seen.path("text").asText());
        assertEquals("entry", seen.path("type").asText());
        assertEquals("customer", seen.path("by").path("role").asText());
        assertEquals(seen.path("attachment"), sari.line().awaitEntry("attached").path("attachment"));
        for (RequestSpecification reader : List.of(asCustomer(sari), asStaff(cast.bima()))) {
            byte[] bytes =
                    given().urlEncodingEnabled(false).get(url(reader, sari)).asByteArray();
            assertFalse(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains("GPS"));
            assertTrue(bytes.length > 100);
        }
    }

    @Test
    void anAgentsPaperReachesTheCustomerAndOnlyTheHolderSendsOne() {
        Visitor sari = present.opened(Visitor.sari());
        sari.asksForPerson();
        sends(asStaff(cast.bima()), sari, "a", "label.pdf", Photos.pdf())
                .statusCode(409)
                .body("code", equalTo("not_holder"));
        Agent bima = present.sitsDown(cast.bima());
        bima.takes(sari.conversation);
        sends(asStaff(cast.bima()), sari, "a", "label.pdf", Photos.pdf()).statusCode(201);
        assertEquals(
                "application/pdf",
                sari.line().awaitEntry("attached").path("media").asText());
        sends(asStaff(cast.ana()), sari, "b", "label.pdf", Photos.pdf()).statusCode(409);
        assertEquals(1, stored(sari));
    }

    @Test
    void whatIsSentAgainIsOneFileAndOneEntry() {
        Visitor tom = present.opened(Visitor.tom());
        String first = sends(asCustomer(tom), tom, "same", "a.png", Photos.png(4, 4))
                .statusCode(201)
                .extract()
                .path("attachment");
        List<CompletableFuture<String>> again = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> sends(asCustomer(tom), tom, "same", "a.png", Photos.png(4, 4))
                                .extract()
                                .<String>path("attachment")))
                .limit(3)
                .toList();
        again.forEach(each -> assertEquals(first, each.join()));
        assertEquals(1, stored(tom));
        assertEquals(1, entries(tom));
    }

    @Test
    void twoAtOnceUnderOneIdAreOneFile() {
        Visitor tom = present.opened(Visitor.tom());
        List<CompletableFuture<Integer>> both = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> sends(asCustomer(tom), tom, "both", "a.png", Photos.png(4, 4))
                                .extract()
                                .statusCode()))
                .limit(4)
                .toList();
        both.forEach(each -> assertEquals(201, each.join()));
        assertEquals(1, stored(tom));
        assertEquals(1, entries(tom));
    }

    @Test
    void aFileIsServedAsWhatItIsAndAsNothingElse() {
        Visitor tom = present.opened(Visitor.tom());
        sends(asCustomer(tom), tom, "a", "evil\"; x=.png", Photos.png(4, 4)).statusCode(201);
        sends(asCustomer(tom), tom, "b", "Rechnung für Tom.pdf", Photos.pdf()).statusCode(201);
        Response files = asCustomer(tom).get(address(tom));
        given().urlEncodingEnabled(false)
                .get(files.<String>path("attachments[0].url"))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/png"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("sandbox; default-src 'none'"))
                .header("Content-Disposition", startsWith("inline; filename=\"evil"))
                .header("Content-Disposition", not(containsString("evil\"; x")));
        given().urlEncodingEnabled(false)
                .get(files.<String>path("attachments[1].url"))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"))
                .header("Content-Security-Policy", equalTo("sandbox; default-src 'none'"))
                .header(
                        "Content-Disposition",
                        equalTo(
                                "attachment; filename=\"Rechnung f_r Tom.pdf\"; filename*=UTF-8''Rechnung%20f%C3%BCr%20Tom.pdf"));
    }

    @Test
    void nobodyElseSendsReadsOrGuessesOne() {
        Visitor tom = present.opened(Visitor.tom());
        Visitor sari = present.opened(Visitor.sari());
        // Her team has to be there before anything is handed to it.
        var ana = cast.ana();
        tom.asksForPerson();
        Agent bima = present.sitsDown(cast.bima());
        bima.takes(tom.conversation);
        sends(asCustomer(tom), tom, "a", "a.png", Photos.png(4, 4)).statusCode(201);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        for (RequestSpecification other : List.of(asCustomer(sari), asStaff(cast.bima()))) {
            other.get(address(tom)).then().statusCode(403);
        }
        sends(asCustomer(sari), tom, "b", "b.png", Photos.png(4, 4)).statusCode(403);
        sends(asStaff(cast.bima()), tom, "b", "b.png", Photos.png(4, 4)).statusCode(403);
        for (RequestSpecification nobody : List.of(given(), given().auth().oauth2("guess"))) {
            nobody.get(address(tom)).then().statusCode(401);
        }
        sends(given(), tom, "b", "b.png", Photos.png(4, 4)).statusCode(401);
        sends(given().cookie("ramah_session", "guess"), tom, "b", "b.png", Photos.png(4, 4))
                .statusCode(403);
        asStaff(ana).get(address(tom)).then().statusCode(200);
        String good = url(asStaff(ana), tom);
        String other = UUID.randomUUID().toString();
        for (String guess : List.of(
                good.replaceFirst("signature=.", "signature=x"),
                good.replaceFirst("until=\\d", "until=9"),
                good.substring(0, good.indexOf('?')),
                good.replaceFirst("[0-9a-f-]{36}", other))) {
            given().urlEncodingEnabled(false).get(guess).then().statusCode(403);
        }
        asCustomer(sari)
                .get("/api/conversations/" + other + "/attachments")
                .then()
                .statusCode(404);
        assertEquals(1, stored(tom));
    }

    @Test
    void whatIsTooLargeOrNoneOfThemIsRefusedAndNotKept() {
        Visitor tom = present.opened(Visitor.tom());
        sends(asCustomer(tom), tom, "a", "a.png", new byte[Bodies.MOST_BYTES_OF_A_FILE + 1])
                .statusCode(413)
                .contentType("application/problem+json");
        sends(asCustomer(tom), tom, "b", "a.png", Photos.bytes("<script>alert(1)</script>"))
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("unsupported"));
        sends(asCustomer(tom), tom, "c", "a.png", Photos.pngThatClaims(30_000, 30_000))
                .statusCode(413);
        sends(asCustomer(tom), tom, "d", "a.png", new byte[0]).statusCode(400);
        sends(asCustomer(tom), tom, "x".repeat(101), "a.png", Photos.png(4, 4)).statusCode(400);
        assertEquals(0, stored(tom));
    }

    @Test
    void aFileThatIsNotDeclaredTooLargeIsCutOffAllTheSame() throws Exception {
        Visitor tom = present.opened(Visitor.tom());
        byte[] endless = new byte[Bodies.MOST_BYTES_OF_A_FILE + 100_000];
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                        "http://localhost:" + io.restassured.RestAssured.port + address(tom) + "?clientId=a"))
                .header("Authorization", "Bearer " + tom.token)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(endless)))
                .build();
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode(), answer.body());
        assertEquals(0, stored(tom));
    }

    @Test
    void whoIsBlockedSendsNoFileEither() {
        Visitor tom = present.opened(Visitor.tom());
        tom.asksForPerson();
        Agent bima = present.sitsDown(cast.bima());
        bima.takes(tom.conversation);
        asStaff(cast.bima())
                .body(Map.of("reason", "Insults", "hours", 1))
                .post("/api/conversations/" + tom.conversation + "/block")
                .then()
                .statusCode(200);
        sends(asCustomer(tom), tom, "a", "a.png", Photos.png(4, 4)).statusCode(403);
        assertEquals(0, stored(tom));
    }

    @Test
    void aDayHasAnEnd() throws SQLException {
        Visitor tom = present.opened(Visitor.tom());
        run("insert into attachment (id, conversation, sender, client_id, name, media, size, at, told)"
                + " select gen_random_uuid(), '" + tom.conversation
                + "', 'CUSTOMER', 'earlier-' || i, 'a.png', 'image/png', 1, now(), true from generate_series(1, 40) i");
        sends(asCustomer(tom), tom, "one too many", "a.png", Photos.png(4, 4))
                .statusCode(429)
                .body("code", equalTo("rate_limited"));
        assertEquals(0, entries(tom));
    }

    @Test
    void theExportOfACustomerHasTheirFiles() {
        Visitor tom = present.opened(Visitor.tom());
        sends(asCustomer(tom), tom, "a", "a.png", Photos.png(4, 4)).statusCode(201);
        Response export = cast.as(cast.rani())
                .get("/api/customers/" + conversations.find(talk(tom)).customer() + "/export");
        export.then().body("files[0].name", equalTo("a.png"));
        given().urlEncodingEnabled(false)
                .get(export.<String>path("files[0].url"))
                .then()
                .statusCode(200);
    }

    @Test
    void theWidgetOfAShopMaySendOne() {
        Visitor tom = present.opened(Visitor.tom());
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .options(address(tom))
                .then()
                .statusCode(204);
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options(address(tom))
                .then()
                .statusCode(403);
    }

    @Test
    void whoIsForgottenLeavesNoPicture() throws SQLException {
        Visitor sari = present.opened(Visitor.sari());
        sari.asksForPerson();
        Agent bima = present.sitsDown(cast.bima());
        bima.takes(sari.conversation);
        sends(asCustomer(sari), sari, "a", "dapur-zubaidah.png", Photos.png(4, 4))
                .statusCode(201);
        sends(asStaff(cast.bima()), sari, "b", "rumah-zubaidah.png", Photos.png(4, 4))
                .statusCode(201);
        String url = url(asStaff(cast.bima()), sari);
        customers.forget(conversations.find(talk(sari)).customer());
        given().urlEncodingEnabled(false).get(url).then().statusCode(404);
        assertEquals(0, stored(sari));
        assertEquals(2, entries(sari));
        assertTrue(conversations.entries(talk(sari), 0).stream()
                .noneMatch(each -> each.what().toString().contains("zubaidah")));
        asStaff(cast.bima()).get(address(sari)).then().body("attachments", hasSize(0));
    }

    @Test
    void whatADeadProcessLeftBehindIsSweptAndWhatTheLogTellsOfStays() throws SQLException {
        Visitor tom = present.opened(Visitor.tom());
        sends(asCustomer(tom), tom, "a", "a.png", Photos.png(4, 4)).statusCode(201);
        sends(asCustomer(tom), tom, "b", "b.png", Photos.png(4, 4)).statusCode(201);
        // As if it had died before it could write down that the log tells of them; of the second it doesn't.
        run("update attachment set told = false, at = at - interval '2 hours' where conversation = '" + tom.conversation
                + "'");
        run("update entry set facts = facts || '{\"attachment\": \"" + UUID.randomUUID() + "\"}' where conversation = '"
                + tom.conversation + "' and client_id = 'b'");
        attachments.sweep();
        assertEquals(List.of("a.png"), asCustomer(tom).get(address(tom)).path("attachments.name"));
        assertEquals(1, stored(tom));
    }

    private static ValidatableResponse sends(
            RequestSpecification who, Visitor to, String clientId, String name, byte[] file) {
        return who.contentType("application/octet-stream")
                .queryParam("clientId", clientId)
                .queryParam("name", name)
                .body(file)
                .post(address(to))
                .then();
    }

    private static String url(RequestSpecification who, Visitor in) {
        return who.get(address(in)).path("attachments[0].url");
    }

    private static RequestSpecification asCustomer(Visitor who) {
        return given().auth().oauth2(who.token);
    }

    private RequestSpecification asStaff(dev.ramah.staff.Colleague who) {
        return cast.as(who);
    }

    private static String address(Visitor of) {
        return "/api/conversations/" + of.conversation + "/attachments";
    }

    private static ConversationRef talk(Visitor of) {
        return new ConversationRef(UUID.fromString(of.conversation));
    }

    private long entries(Visitor of) {
        return conversations.entries(talk(of), 0).stream()
                .filter(each -> each.what().kind().equals("attached"))
                .count();
    }

    private int stored(Visitor of) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select count(*) from attachment a join attachment_content c on c.attachment = a.id where a.conversation = '"
                                + of.conversation + "'")) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
