package dev.ramah;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.Newcomer;
import dev.ramah.staff.StaffRole;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every call and every frame, tried by everybody on a conversation and a customer that are not theirs. What there is
 * tells the application itself; whose it is stands in {@code leaks/}.
 */
@RamahTest
class LeaksTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path LISTS = Path.of("src", "test", "resources", "leaks");
    private static final Path CODE = Path.of("src", "main", "java", "dev", "ramah");

    /** Those who may not know of the conversation, or of some calls. */
    private enum Who {
        NOBODY,
        ANOTHER_CUSTOMER,
        AGENT_OF_ANOTHER_TEAM,
        AGENT,
        MANAGER,
        ADMINISTRATOR;

        boolean isStaff() {
            return compareTo(AGENT_OF_ANOTHER_TEAM) >= 0;
        }

        boolean mayRead() {
            return compareTo(AGENT) >= 0;
        }
    }

    private record Listed(String first, String second, String whose, @Nullable String body) {

        String name() {
            return first + " " + second;
        }
    }

    @Inject
    Cast cast;

    @Inject
    Accounts accounts;

    @Inject
    Conversations conversations;

    private final Present present = new Present();

    /** Stands in everything that is known of the victim. */
    private final String mark = "zebra" + UUID.randomUUID().toString().substring(0, 8);

    private Visitor victim;
    private Visitor stranger;
    private String customer;
    private String attachment;
    private Agent holder;
    private Map<Who, String> tokens;
    private State before;

    @BeforeEach
    void aConversationOfTheMachinesTeam() {
        Colleague ana = cast.ana();
        Colleague mate = mate();
        holder = present.sitsDown(ana);
        victim = present.opened(Visitor.arrives(
                Map.of("name", "Tom " + mark, "email", mark + "@example.com", "attributes", Map.of("plan", mark))));
        victim.says("My machine " + mark + " leaks");
        attachment = given().auth()
                .oauth2(victim.token)
                .contentType("image/png")
                .body(picture())
                .post("/api/conversations/" + victim.conversation + "/attachments?clientId=p1&name=" + mark + ".png")
                .then()
                .statusCode(201)
                .extract()
                .path("attachment");
        victim.asksForPerson();
        Agent maya = present.sitsDown(cast.maya());
        maya.takes(victim.conversation);
        maya.does("transfer", victim.conversation, Map.of("to", Map.of("team", "machines"), "reason", mark));
        holder.takes(victim.conversation);
        holder.says(victim.conversation, "We mend it, " + mark);
        holder.does("note", victim.conversation, Map.of("text", "Be careful, " + mark));
        String path = "/api/conversations/" + victim.conversation;
        cast.as(ana)
                .body(Map.of("version", 0, "text", "Has a " + mark))
                .put(path + "/customer/note")
                .then()
                .statusCode(200);
        customer = cast.as(ana).get(path).then().statusCode(200).extract().path("customer.id");
        stranger = present.opened(Visitor.tom());
        stranger.says("Where is my parcel?");
        tokens = Map.of(
                Who.ANOTHER_CUSTOMER, stranger.token,
                Who.AGENT_OF_ANOTHER_TEAM, cast.token(cast.bima()),
                Who.AGENT, cast.token(mate),
                Who.MANAGER, cast.token(cast.maya()),
                Who.ADMINISTRATOR, cast.token(cast.rani()));
        before = state();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void everyCallIsKnownAndEachOfThemIsThere() {
        JsonNode paths = read(given().accept(ContentType.JSON).get("/q/openapi").asString())
                .path("paths");
        Set<String> there = new TreeSet<>();
        paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(verb -> {
            if (Set.of("get", "post", "put", "patch", "delete").contains(verb)) {
                there.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }));
        assertEquals(there, names(listed("routes")), "say in leaks/routes.txt who may make it");
    }

    /** What is documented and what the sockets understand is the same. */
    @Test
    void everyFrameIsKnownAndEachOfThemIsThere() {
        assertEquals(documented(), names(listed("frames")), "say in leaks/frames.txt whose it is");
        assertEquals(
                understood(),
                names(listed("frames").stream()
                        .filter(each -> !each.whose().equals("told"))
                        .toList()),
                "what a socket understands is described in asyncapi.yaml, and whose it is in leaks/frames.txt");
    }

    @TestFactory
    Stream<DynamicTest> nobodyLearnsOrDoesByACallWhatTheyMayNot() {
        return listed("routes").stream().map(each -> dynamicTest(each.name(), () -> tried(each)));
    }

    private void tried(Listed route) {
        for (Who who : Who.values()) {
            boolean refused = refused(route, who);
            boolean harmless = route.first().equals("GET") || route.whose().equals("anyone");
            if (!refused && (who.mayRead() || !harmless)) {
                // What they may do is tried elsewhere, by those who want it.
                continue;
            }
            String what = route.name() + " by " + who;
            Response answer = call(route, who);
            String said = answer.asString();
            if (refused) {
                Set<Integer> no =
                        route.whose().equals("holder") && who == Who.AGENT ? Set.of(403, 409) : no(route, who);
                assertTrue(no.contains(answer.statusCode()), what + ": " + answer.statusCode() + " " + said);
            }
            assertFalse(said.contains(mark), what + " tells " + said);
            if (!who.mayRead()) {
                assertFalse(said.contains(victim.conversation), what + " tells that it is there: " + said);
            }
            assertEquals(before.last(), state().last(), what + " wrote");
        }
    }

    private static boolean refused(Listed route, Who who) {
        return switch (route.whose()) {
            case "anyone" -> false;
            case "own" -> false;
            // What it is about is the victim's, where anything goes along.
            case "customer" ->
                who != Who.ANOTHER_CUSTOMER
                        || route.body() != null
                        || route.second().contains("{");
            case "site" -> true;
            case "agent" -> !who.isStaff();
            case "readers" -> !who.mayRead();
            case "holder" -> who.compareTo(Who.MANAGER) < 0;
            case "manager" -> who.compareTo(Who.MANAGER) < 0;
            case "admin" -> who.compareTo(Who.ADMINISTRATOR) < 0;
            default -> throw new IllegalArgumentException("Nobody is called " + route.whose());
        };
    }

    private static Set<Integer> no(Listed route, Who who) {
        if (route.whose().equals("site") || route.whose().equals("customer")) {
            return Set.of(401, 403, 404);
        }
        // Files of a conversation are for customers as well, with a token that opens it.
        boolean ofBoth = route.second().endsWith("/attachments") && who == Who.ANOTHER_CUSTOMER;
        return ofBoth ? Set.of(401, 403, 404) : Set.of(who.isStaff() ? 403 : 401);
    }

    private Response call(Listed route, Who who) {
        String path = filled(route.second());
        if (path.equals("/api/search")) {
            path += "?q=" + mark;
        } else if (route.name().equals("GET /api/customer/survey")) {
            path += "?conversation=" + victim.conversation;
        } else if (path.equals("/api/inbox")) {
            path += "?view=all&size=100";
        } else if (path.endsWith("/attachments")) {
            path += "?clientId=eve&name=eve.png";
        }
        RequestSpecification request = given().redirects().follow(false);
        if (who != Who.NOBODY) {
            request.auth().oauth2(tokens.get(who));
        }
        if (path.contains("/attachments?")) {
            request.contentType("image/png").body(picture());
        } else if (!route.first().equals("GET")) {
            request.contentType(
                    route.second().equals("/api/customers/events") ? "application/x-ndjson" : "application/json");
            if (route.body() != null) {
                request.body(filled(route.body()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return request.request(route.first(), path);
    }

    private String filled(String text) {
        Map<String, String> known = new HashMap<>();
        known.put("conversation", victim.conversation);
        known.put("stranger", stranger.conversation);
        known.put("customer", customer);
        known.put("mark", mark);
        known.put("soon", Instant.now().plusSeconds(3_600).toString());
        known.put("externalId", "4711");
        known.put("name", "goodwill");
        known.put("page", "desk");
        known.put("language", "en");
        known.put("article", "delivery");
        known.put("token", "nonsense");
        known.put("episode", "1");
        known.put("number", "1");
        known.put(
                "id",
                text.matches("/api/(customer/)?conversations/.*")
                        ? victim.conversation
                        : text.startsWith("/api/customers/")
                                ? customer
                                : text.startsWith("/api/attachments/")
                                        ? attachment
                                        : UUID.randomUUID().toString());
        return Pattern.compile("\\{(\\w+)}")
                .matcher(text)
                .replaceAll(found ->
                        known.getOrDefault(found.group(1), UUID.randomUUID().toString()));
    }

    @TestFactory
    Stream<DynamicTest> nobodyLearnsOrDoesByAFrameWhatTheyMayNot() {
        return listed("frames").stream()
                .map(each -> dynamicTest(each.name(), () -> {
                    nobodySends(each);
                    if (each.first().equals("chat")) {
                        strangerSends(each);
                    } else {
                        staffSends(each, Who.AGENT_OF_ANOTHER_TEAM, Set.of("forbidden"));
                        if (each.whose().equals("holder")) {
                            staffSends(each, Who.AGENT, Set.of("not_holder", "forbidden"));
                        }
                    }
                    assertEquals(before.last(), state().last(), each.name() + " wrote");
                    assertEquals(before.holder(), state().holder());
                    assertEquals(before.customerSeen(), state().customerSeen());
                }));
    }

    /** Before hello, and with a token of the other side. */
    private void nobodySends(Listed frame) {
        if (Set.of("hello", "ping").contains(frame.second())) {
            String wrong = frame.first().equals("chat") ? tokens.get(Who.ADMINISTRATOR) : victim.token;
            try (Line line = Line.to(Visitor.uri("/ws/" + frame.first()))) {
                line.send(Map.of("type", "hello", "token", wrong, "conversation", victim.conversation, "after", 0));
                line.awaitProblem("not_signed_in");
                quiet(line, frame);
            }
            return;
        }
        try (Line line = Line.to(Visitor.uri("/ws/" + frame.first()))) {
            line.send(of(frame));
            line.await("problem");
            quiet(line, frame);
        }
    }

    /** A customer's frames are about their own conversation, whichever they name. */
    private void strangerSends(Listed frame) {
        if (frame.second().equals("hello")) {
            try (Line line = Line.to(Visitor.uri("/ws/chat"))) {
                line.send(Map.of(
                        "type", "hello", "token", stranger.token, "conversation", victim.conversation, "after", 0));
                line.await("problem");
                quiet(line, frame);
            }
            return;
        }
        Line line = stranger.connect(0);
        line.send(of(frame));
        if (frame.whose().equals("told")) {
            line.awaitProblem("unknown_type");
        }
        line.send(Map.of("type", "ping"));
        line.await("pong");
        quiet(line, frame);
        line.close();
    }

    private void staffSends(Listed frame, Who who, Set<String> refusals) {
        try (Line line = Line.to(Visitor.uri("/ws/" + frame.first()))) {
            line.send(Map.of("type", "hello", "token", tokens.get(who)));
            line.await(frame.first().equals("desk") ? "welcome" : frame.first());
            if (frame.second().equals("hello")) {
                quiet(line, frame);
                return;
            }
            Map<String, Object> sent = of(frame);
            line.send(sent);
            switch (frame.whose()) {
                case "readers", "holder" -> {
                    JsonNode answer =
                            line.await(each -> each.path("type").asText().equals("problem")
                                    || each.path("clientId").asText().equals(sent.get("clientId")));
                    assertTrue(
                            refusals.contains(answer.path("code").asText()),
                            frame.name() + " by " + who + ": " + answer);
                }
                case "told" -> line.awaitProblem("unknown_type");
                default -> {
                    line.send(Map.of("type", "ping"));
                    line.await("pong");
                }
            }
            if (!who.mayRead()) {
                quiet(line, frame);
            }
        }
    }

    /** Of the conversation nothing came, and nothing of what is known of the customer. */
    private void quiet(Line line, Listed frame) {
        for (JsonNode each : line.all()) {
            assertFalse(each.toString().contains(mark), frame.name() + " tells " + each);
            assertFalse(
                    each.path("conversation").asText().equals(victim.conversation)
                            && !each.path("type").asText().equals("problem"),
                    frame.name() + " tells " + each);
        }
    }

    private Map<String, Object> of(Listed frame) {
        try {
            Map<String, Object> all = frame.body() == null
                    ? new HashMap<>()
                    : JSON.readValue(filled(frame.body()), new TypeReference<HashMap<String, Object>>() {});
            all.put("type", frame.second());
            all.put("conversation", victim.conversation);
            all.put("clientId", UUID.randomUUID().toString());
            return all;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private State state() {
        return conversations.find(new ConversationRef(UUID.fromString(victim.conversation)));
    }

    /** Of the victim's team, and without the conversation. */
    private Colleague mate() {
        String email = "wati@kopi.example";
        return accounts.all().stream()
                .filter(each -> each.email().equals(email))
                .findFirst()
                .orElseGet(() -> accounts.find(accounts.add(
                                        new Newcomer(
                                                email,
                                                "Wati",
                                                StaffRole.AGENT,
                                                List.of("en"),
                                                List.of(),
                                                List.of("machines")),
                                        Cast.PASSWORD)
                                .id())
                        .orElseThrow());
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(List<Listed> all) {
        return all.stream().map(Listed::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Listed> listed(String name) {
        return lines(LISTS.resolve(name + ".txt"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> {
                    String[] parts = line.split(" \\| ", 3);
                    String[] what = parts[0].strip().split(" ", 2);
                    return new Listed(what[0], what[1], parts[1].strip(), parts.length < 3 ? null : parts[2]);
                })
                .toList();
    }

    /** What the channels have in asyncapi.yaml. */
    private static Set<String> documented() {
        Set<String> frames = new TreeSet<>();
        String part = "";
        String channel = "";
        for (String line : given().get("/asyncapi.yaml").asString().lines().toList()) {
            if (!line.startsWith(" ")) {
                part = line;
            } else if (line.matches(" {2}\\w+:.*")) {
                channel = line.strip().split(":", 2)[0];
            } else if (part.equals("channels:") && line.matches(" {6}\\w+: \\{\\$ref: '#/components/messages/.*")) {
                frames.add(channel + " " + line.strip().split(":", 2)[0]);
            }
        }
        return frames;
    }

    /** What the sockets tell apart. */
    private static Set<String> understood() {
        Set<String> frames = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            files.filter(each -> each.toString().endsWith("Socket.java")).forEach(each -> {
                String code = lines(each).collect(Collectors.joining("\n"));
                Matcher address =
                        Pattern.compile("@WebSocket\\(path = \"/ws/(\\w+)\"\\)").matcher(code);
                if (address.find()) {
                    frames.add(address.group(1) + " hello");
                    frames.add(address.group(1) + " ping");
                    Pattern.compile("case ((?:\"\\w+\"(?:, )?)+) ->")
                            .matcher(code)
                            .results()
                            .flatMap(found -> Pattern.compile("\\w+")
                                    .matcher(found.group(1))
                                    .results()
                                    .map(MatchResult::group))
                            .forEach(type -> frames.add(address.group(1) + " " + type));
                }
            });
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
