package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The widget on a page of somebody else's, on another origin, with styles of its own. */
@ExtendWith(Stage.Opens.class)
class ElsewhereIT {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <title>Another shop</title>
            <style>* { color: rgb(255, 0, 0) !important; font-size: 40px } button, p { display: none !important }</style>
            <h1>Another shop</h1>
            <script src="%s/widget.js" data-language="en" data-shop="Another shop" async></script>
            """;

    @Test
    void anAllowedPageCarriesTheWidgetAndItsStylesStayOutside(Stage stage) throws IOException {
        try (Site shop = Site.on(stage.otherPort(), PAGE.formatted(stage.address()))) {
            Person person = stage.enters("visitor elsewhere");
            person.page.navigate(shop.address());
            Widget widget = Widget.on(person);
            person.button("Chat with us").click();
            widget.says("How long does delivery to Bali take?");
            widget.reads("Java and Bali: 2-3 working days");
            widget.source("Delivery times and costs in Indonesia").click();
            Locator article = widget.article("Delivery times and costs in Indonesia");
            assertThat(article).containsText("Every parcel leaves from our roastery in Bandung");
            assertThat(article.getByText("Every parcel leaves")).not().hasCSS("color", "rgb(255, 0, 0)");
            person.page.reload();
            widget.reads("Java and Bali: 2-3 working days");
        }
    }

    /** A page that is always the same. */
    private record Site(HttpServer server) implements AutoCloseable {

        static Site on(int port, String page) throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                boolean icon = exchange.getRequestURI().getPath().equals("/favicon.ico");
                exchange.sendResponseHeaders(icon ? 204 : 200, icon ? -1 : body.length);
                if (!icon) {
                    exchange.getResponseBody().write(body);
                }
                exchange.close();
            });
            server.start();
            return new Site(server);
        }

        String address() {
            return "http://localhost:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
