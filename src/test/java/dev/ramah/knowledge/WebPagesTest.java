package dev.ramah.knowledge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ramah.platform.Problem;
import dev.ramah.platform.WebAddress;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages by their address, from a shop's web server that is sometimes broken and sometimes hostile. */
class WebPagesTest {

    private static final String PAGE =
            """
            <html lang="id"><head><title>Bantuan</title></head><body><nav>Menu</nav>
            <main><h1>Pengembalian</h1><p>Tiga puluh hari, lihat <a href="/cara">caranya</a>.</p></main></body></html>""";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch closing = new CountDownLatch(1);
    private HttpServer shop;
    private List<String> hosts = List.of();

    @BeforeEach
    void open() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.setExecutor(threads);
        shop.createContext("/", this::answer);
        shop.start();
        hosts = List.of("127.0.0.1:" + port());
    }

    @AfterEach
    void close() {
        closing.countDown();
        shop.stop(0);
        threads.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private int port() {
        return shop.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/help/returns.html" -> send(exchange, "text/html; charset=UTF-8", PAGE.getBytes(UTF_8));
                case "/old" ->
                    send(exchange, "text/html;charset=ISO-8859-1", "<h1>Café</h1>Offen.".getBytes(ISO_8859_1));
                case "/notes.md" -> send(exchange, "text/plain", "# Beans\n\nGayo.".getBytes(UTF_8));
                case "/moved" -> lead(exchange, "help/returns.html");
                case "/away" -> lead(exchange, "http://169.254.169.254/latest/meta-data/");
                case "/inside" -> lead(exchange, "http://localhost:" + port() + "/help/returns.html");
                case "/script" -> lead(exchange, "file:///etc/passwd");
                case "/round" -> lead(exchange, "/round");
                case "/picture" -> send(exchange, "image/png", new byte[] {1, 2, 3});
                case "/empty" -> send(exchange, "text/html", "<title>Nothing</title>".getBytes(UTF_8));
                case "/large" -> pour(exchange, false);
                case "/slow" -> pour(exchange, true);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void lead(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    /** Without an end: much at a time, or one byte and then nothing. */
    private void pour(HttpExchange exchange, boolean slowly) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        for (int i = 0; i < 100_000; i++) {
            body.write(slowly ? new byte[1] : new byte[10_000]);
            body.flush();
            if (slowly) {
                awaitClosing();
            }
        }
    }

    private void awaitClosing() {
        try {
            var unused = closing.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Incoming> read(boolean privateToo, Duration timeout, String lines) {
        PagesConfig config = new PagesConfig() {
            @Override
            public boolean privateAddresses() {
                return privateToo;
            }

            @Override
            public Duration timeout() {
                return timeout;
            }
        };
        return new WebPages(vertx, config, () -> new ArticleHosts(new ArrayList<>(hosts)))
                .articles(new ByteArrayInputStream(lines.getBytes(UTF_8)), "en")
                .toList();
    }

    private List<Incoming> read(String path) {
        return read(true, Duration.ofSeconds(20), address(path));
    }

    private Draft draft(String path) {
        Incoming only = read(path).get(0);
        Draft draft = only.draft();
        assertNotNull(draft, only.reason());
        return draft;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    private String refusal(String path) {
        Incoming only = read(path).get(0);
        assertEquals(address(path), only.file());
        return only.reason();
    }

    @Test
    void aPagesMainPartIsAnArticleUnderItsAddress() {
        Draft draft = draft("/help/returns.html#how");

        assertEquals("127.0.0.1/help/returns", draft.key());
        assertEquals("id", draft.language());
        assertEquals("Pengembalian", draft.title());
        assertEquals("Tiga puluh hari, lihat [caranya](" + address("/cara") + ").", draft.body());
    }

    @Test
    void itIsReadInItsOwnAlphabetAndAlsoAsMarkdown() {
        assertEquals("Café", draft("/old").title());
        assertEquals("Beans", draft("/notes.md").title());
    }

    @Test
    void severalAreTakenAndEachThatIsNotSaysWhy() {
        List<Incoming> read = read(
                true,
                Duration.ofSeconds(20),
                "# help\r\n" + address("/help/returns.html") + "\r\n\r\n" + address("/gone") + "\n"
                        + address("/picture"));

        assertEquals(3, read.size());
        assertEquals(2, read.get(0).line());
        assertEquals(Incoming.rejected(address("/gone"), 4, "it answered 404"), read.get(1));
        assertEquals(
                "it is neither a page nor Markdown, but image/png", read.get(2).reason());
        assertEquals("body is missing", refusal("/empty"));
    }

    @Test
    void nothingIsAskedUntilAHostIsListed() {
        hosts = List.of();
        assertTrue(refusal("/help/returns.html").startsWith("no host is listed yet"));
        hosts = List.of("help.kopi.example");
        assertEquals("127.0.0.1 is not among the hosts that administrators listed", refusal("/help/returns.html"));
        assertEquals(List.of(), asked);
    }

    /** Whoever has a host listed could have its name lead here. */
    @Test
    void aListedHostOfThisMachineIsNotAskedEither() {
        Incoming only = read(false, Duration.ofSeconds(20), address("/help/returns.html"))
                .get(0);

        assertEquals("not asked: 127.0.0.1 is an address of a private network.", only.reason());
        assertEquals(List.of(), asked);
    }

    @Test
    void whereAPageLeadsIsCheckedAsItWas() {
        assertEquals("127.0.0.1/help/returns", draft("/moved").key());
        assertEquals("169.254.169.254 is not among the hosts that administrators listed", refusal("/away"));
        assertEquals("localhost is not among the hosts that administrators listed", refusal("/inside"));
        assertEquals("address begins with https:// or http://.", refusal("/script"));
        assertEquals("it leads from one address to the next", refusal("/round"));
        assertTrue(asked.stream().noneMatch(each -> each.startsWith("localhost")), () -> asked.toString());
    }

    @Test
    void whatNeverEndsIsGivenUp() {
        assertEquals("longer than 2000000 bytes", refusal("/large"));
        Incoming slow = read(true, Duration.ofSeconds(1), address("/slow")).get(0);
        assertEquals("it took longer than 1 seconds", slow.reason());
    }

    @Test
    void oneCallIsNotMany() {
        String many = (address("/gone") + "\n").repeat(WebPages.MOST + 1);
        assertThrows(Problem.class, () -> read(true, Duration.ofSeconds(20), many));
        assertEquals(List.of(), asked);
    }

    @Test
    void anArticleIsNamedAfterItsAddress() {
        assertEquals("shop.example/index", key("https://Shop.example"));
        assertEquals("shop.example/help", key("https://shop.example/help/"));
        assertEquals("shop.example/a-id-5-x-1", key("https://shop.example/a?id=5&x=1"));
        assertEquals("shop.example/ärger/é", key("https://shop.example/%C3%A4rger/%C3%A9.html"));
        assertTrue(key("https://shop.example/" + "a".repeat(900)).length() < Draft.KEY);
    }

    private static String key(String address) {
        return WebPages.key(WebAddress.of(address, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "127.0.0.1/",
                "a b",
                "*",
                "*.",
                "-a.example",
                "a.example:x",
                "user@a.example"
            })
    void whatIsNoHostIsNotListed(String typed) {
        assertThrows(Problem.class, () -> new ArticleHosts(List.of(typed)).checked());
    }

    @Test
    void aListedHostIsThatHostAndPort() {
        ArticleHosts listed = new ArticleHosts(
                        List.of(" Help.Example ", "*.kopi.example", "docs.example:8443", "", "café.example"))
                .checked();

        assertTrue(listed.allows(WebAddress.of("https://help.example/a", true)));
        assertTrue(listed.allows(WebAddress.of("http://a.b.kopi.example/", true)));
        assertTrue(listed.allows(WebAddress.of("https://docs.example:8443/", true)));
        assertTrue(listed.allows(WebAddress.of("https://xn--caf-dma.example/", true)));
        for (String other : List.of(
                "https://help.example:8443/",
                "https://kopi.example/",
                "https://evilkopi.example/",
                "https://docs.example/",
                "https://help.example.evil.example/")) {
            assertEquals(false, listed.allows(WebAddress.of(other, true)), other);
        }
    }
}
