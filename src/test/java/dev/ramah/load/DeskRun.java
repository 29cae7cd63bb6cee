package dev.ramah.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Line;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long an agent waits for what is known: for the brief, from the moment that a customer asks for a person, and for
 * the repeat guard, from the moment that they pause in typing. Beside it the shortest call that knows who they are. It
 * fails where a brief or a repeat is missing, never for being slow. The README says how to run it.
 */
class DeskRun {

    /** Handed over one after another: what is measured is the way, not the queue. The first ones warm up. */
    private static final int CONVERSATIONS = 150;

    private static final int WARM_UP = 50;

    /** What customers tell before they ask for a person: half of them in each language. */
    private static final List<List<String>> STORIES = List.of(
            List.of(
                    "Hello, my grinder arrived broken.",
                    "It was ordered on 3 November, the order number is 1042.",
                    "The display says error E17 when I switch it on.",
                    "I paid Rp 185.000 for it.",
                    "I already tried another socket, that did not help.",
                    "You can reach me at sari@kopi.example or +62 812-3456-7890."),
            List.of(
                    "Halo, penggiling saya datang dalam keadaan rusak.",
                    "Saya pesan tanggal 3 November, nomor pesanannya 1042.",
                    "Layarnya menampilkan error E17 waktu dinyalakan.",
                    "Harganya Rp 185.000.",
                    "Saya sudah coba stopkontak lain, tidak membantu.",
                    "Hubungi saya di sari@kopi.example atau 0812-3456-7890."));

    private static final String REPEAT = "Could you give me your order number, please?";

    private static final List<String> DRAFTS = List.of(
            REPEAT,
            "Boleh minta alamat emailnya?",
            "When did you order it?",
            "Thank you, I will look into it and write to you today.");

    private final Report report = new Report(Path.of("target", "desk.txt"));

    DeskRun() throws java.io.IOException {}

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void measure() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Ramah ramah = Ramah.start(vertx)) {
            Runtime.getRuntime().addShutdownHook(new Thread(ramah::close));
            String agent = ramah.agent();
            int[] entries = new int[CONVERSATIONS];
            int[] briefs = new int[CONVERSATIONS];
            int[] drafts = new int[CONVERSATIONS * DRAFTS.size()];
            int[] nothing = new int[drafts.length];
            try (Line desk = Line.to(ramah.socket("/ws/desk"))) {
                desk.send(Map.of("type", "hello", "token", agent)).await("welcome");
                for (int i = -WARM_UP; i < CONVERSATIONS; i++) {
                    int at = Math.max(0, i);
                    String conversation = handOver(ramah, desk, STORIES.get(at % STORIES.size()), at, entries, briefs);
                    for (int n = 0; n < DRAFTS.size(); n++) {
                        long began = System.nanoTime();
                        JsonNode read = ramah.post(
                                "/api/conversations/" + conversation + "/draft", agent, Map.of("text", DRAFTS.get(n)));
                        drafts[at * DRAFTS.size() + n] = micros(began);
                        if (n == 0) {
                            assertFalse(read.path("repeats").isEmpty(), "what was told is not asked again");
                        }
                        began = System.nanoTime();
                        ramah.get("/api/me", agent);
                        nothing[at * DRAFTS.size() + n] = micros(began);
                    }
                }
            }
            row("the customer knows that a person is asked for", new Latencies(entries), null, "");
            row("the brief is at the desk", new Latencies(briefs), new Latencies(entries), "50 ms");
            row("what a draft repeats (beside: GET /api/me)", new Latencies(drafts), new Latencies(nothing), "30 ms");
            report.table();
        } finally {
            vertx.close();
        }
    }

    /** One customer tells their story and asks for a person. */
    private static String handOver(Ramah ramah, Line desk, List<String> story, int at, int[] entries, int[] briefs)
            throws Exception {
        JsonNode opened = ramah.post("/api/conversations", null, Map.of("name", "Sari"));
        String conversation = opened.path("conversation").asText();
        try (Line chat = Line.to(ramah.socket("/ws/chat"))) {
            chat.send(Map.of("type", "hello", "token", opened.path("token").asText(), "after", 0))
                    .await("welcome");
            for (String text : story) {
                chat.send(Map.of("type", "say", "clientId", text.substring(0, 12), "text", text))
                        .awaitSaid(text);
            }
            long began = System.nanoTime();
            chat.send(Map.of("type", "human", "clientId", "human")).awaitEntry("escalated");
            entries[at] = micros(began);
            JsonNode waiting = desk.await(frame -> frame.path("type").asText().equals("waiting")
                    && frame.path("conversation").asText().equals(conversation));
            briefs[at] = micros(began);
            assertEquals(
                    "1042",
                    fact(waiting.path("brief"), "order"),
                    () -> "the brief says what was told: " + waiting.path("brief"));
            desk.clear();
        }
        return conversation;
    }

    private static String fact(JsonNode brief, String kind) {
        for (JsonNode each : brief.path("facts")) {
            if (each.path("kind").asText().equals(kind)) {
                return each.path("value").asText();
            }
        }
        return "";
    }

    private void row(String measure, Latencies ours, @Nullable Latencies compared, String goal) {
        report.row(
                "desk: " + measure,
                ours.toString(),
                compared == null ? "" : compared.toString(),
                compared == null ? Double.NaN : ours.quantile(0.5) / compared.quantile(0.5),
                goal);
    }

    private static int micros(long began) {
        return (int) ((System.nanoTime() - began) / 1_000);
    }
}
