package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.fault.History.Ok;
import dev.ramah.platform.House;
import dev.ramah.platform.Installation;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, one of which dies or stands still, or whose Redis is gone, while everybody talks on both. */
class NodeFaultsIT {

    private static final int TALKERS = Form.of(10, 40);
    private static final int MESSAGES = Form.of(30, 200);
    private static final String EMAIL = "rani@kopi.example";
    private static final String PASSWORD = "kopi-nusantara";

    private static House house;
    private static Installation here;
    private static Installation there;

    private final History history = new History();
    private final List<Talker> talkers = new ArrayList<>();
    private final List<Watcher> watchers = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        house = House.open("node-faults");
        Map<String, String> settings = Map.of(
                "RAMAH_LIMITS_ENABLED", "false",
                "RAMAH_ADMIN_EMAIL", EMAIL,
                "RAMAH_ADMIN_PASSWORD", PASSWORD,
                // Nobody lets an offer pass, so whoever gets one beside the first gets it wrongly.
                "RAMAH_DESK_OFFER", "1h",
                "RAMAH_DESK_GONE_AFTER", "1h");
        here = house.node("here", settings);
        there = house.node("there", settings);
        here.begin();
        there.begin();
        here.awaitReady();
        there.awaitReady();
        for (String name : List.of("bima", "ana")) {
            as(EMAIL)
                    .body(Map.of(
                            "email",
                            name + "@kopi.example",
                            "name",
                            name,
                            "role",
                            "agent",
                            "password",
                            PASSWORD,
                            "languages",
                            List.of("en"),
                            "skills",
                            List.of(),
                            "teams",
                            List.of("orders")))
                    .post("/api/staff")
                    .then()
                    .statusCode(201);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        house.close();
    }

    /** Everybody talks over either node; Bima and Ana sit at one each, and move to the other if they must. */
    @BeforeEach
    void everybodyComes() {
        watchers.add(watcher("bima", either(here, there)));
        watchers.add(watcher("ana", either(there, here)));
        for (int i = 0; i < TALKERS; i++) {
            IntSupplier port = i % 2 == 0 ? either(here, there) : either(there, here);
            talkers.add(Talker.arrives("talker " + i, history, here.port(), port));
        }
        for (Talker each : talkers) {
            watchers.forEach(agent -> agent.watches(each.conversation));
        }
    }

    @AfterEach
    void everybodyLeaves() {
        talkers.forEach(Client::close);
        watchers.forEach(Client::close);
    }

    /** The race: a batch of one node is committed and the other has not heard of it, as the first dies. */
    @Test
    void eitherNodeDies() throws Exception {
        for (int round = 0; round < Form.of(2, 10); round++) {
            Installation dying = round % 2 == 0 ? here : there;
            burst(2 * round);
            talkers.get(0).hasAtMostUnsettled(MESSAGES / 2);
            dying.kill();
            burst(2 * round + 1);
            talkers.forEach(Client::settles);
            dying.start();
        }
        judge("Either node killed in a burst");
    }

    /** The race: hints that were on their way are lost, and nobody is told that they were. */
    @Test
    void redisIsGoneForAWhile() throws Exception {
        burst(0);
        house.redis().goes();
        long gone = System.nanoTime();
        int round = 1;
        do {
            burst(round++);
            talkers.forEach(Client::settles);
        } while (System.nanoTime() - gone < TimeUnit.SECONDS.toNanos(Form.of(2, 30)));
        house.redis().comesBack();
        burst(round);
        judge("Redis gone");
    }

    /**
     * The race: the node stands still in the middle of a transaction that holds rows, or between its commit and its
     * telling; then it goes on as if no time had passed, though others have written meanwhile.
     */
    @Test
    void aNodeStandsStill() throws Exception {
        for (int round = 0; round < Form.of(2, 10); round++) {
            Installation paused = round % 2 == 0 ? here : there;
            burst(3 * round);
            signal(paused, "STOP");
            try {
                long still = System.nanoTime();
                burst(3 * round + 1);
                do {
                    talkers.forEach(Client::settles);
                } while (System.nanoTime() - still < TimeUnit.SECONDS.toNanos(Form.of(1, 10)));
            } finally {
                signal(paused, "CONT");
            }
            burst(3 * round + 2);
        }
        judge("A node paused in a burst");
    }

    /** The race: both nodes are given the first of them in the same moment. */
    @Test
    void aThousandTimesTheSameIdOverTwoNodes() throws Exception {
        Talker phone = talkers.get(0);
        Talker laptop = phone.again("laptop", there::port);
        talkers.add(laptop);
        for (int i = 0; i < 500; i++) {
            phone.say(phone.conversation, "same", "Only once, please");
            laptop.say(phone.conversation, "same", "Only once, please");
        }
        history.await(1_000, Ok.class, each -> each.message().clientId().equals("same"));
        talkers.subList(1, TALKERS).forEach(each -> each.say(0));
        judge("1,000 times the same id over two nodes");
        assertEquals(
                1,
                history.all(Ok.class).stream()
                        .filter(each -> each.message().clientId().equals("same"))
                        .map(Ok::seq)
                        .distinct()
                        .count());
    }

    /** The race: both nodes are asked for the same conversations in the same moment, in a burst. */
    @Test
    void bothTakeEverything() throws Exception {
        burst(0);
        talkers.forEach(each -> watchers.forEach(agent -> agent.takes(each.conversation)));
        burst(1);
        judge("Both take everything");
    }

    private void burst(int round) {
        Ground.burst(talkers, round * MESSAGES, (round + 1) * MESSAGES);
    }

    private void judge(String fault) throws Exception {
        try (Connection database = here.database()) {
            Ground.judge(fault, database, history, talkers, watchers.toArray(Watcher[]::new));
        }
        Map<String, Long> offered = watchers.stream()
                .flatMap(each -> each.offeredConversations().stream())
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        assertEquals(
                List.of(),
                offered.entrySet().stream().filter(each -> each.getValue() > 1).toList(),
                "offered to two");
    }

    private Watcher watcher(String name, IntSupplier port) {
        Response in = login(name + "@kopi.example");
        return new Watcher(name, in.path("me.id"), in.path("token"), history, port);
    }

    private static io.restassured.specification.RequestSpecification as(String email) {
        String token = login(email).path("token");
        return RestAssured.given().port(here.port()).auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static Response login(String email) {
        Response in = RestAssured.given()
                .port(here.port())
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/api/login");
        in.then().statusCode(200);
        return in;
    }

    /** The first, and at each try to come back the other one. */
    private static IntSupplier either(Installation first, Installation second) {
        AtomicInteger tries = new AtomicInteger();
        return () -> tries.getAndIncrement() % 2 == 0 ? first.port() : second.port();
    }

    private static void signal(Installation node, String name) throws Exception {
        Process kill = new ProcessBuilder(
                        "kill", "-" + name, String.valueOf(node.process().pid()))
                .start();
        assertEquals(0, kill.waitFor());
    }
}
