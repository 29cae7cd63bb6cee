package dev.ramah.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;

/**
 * The line between the widget and the desk, in the hands of the test. Cut in the browser's own network layer it would
 * lose nothing that was under way, and what was under way is the interesting part.
 */
final class Wire {

    private enum Weather {
        FINE,
        ANSWERS_ARE_LOST,
        CUT
    }

    private final List<WebSocketRoute> open = new ArrayList<>();
    private Weather weather = Weather.FINE;

    /** What the widget sent and the desk was given. */
    private final List<String> carried = new ArrayList<>();

    private final Page page;

    private Wire(Page page) {
        this.page = page;
    }

    /** Before the page opens its first socket. */
    static Wire of(Page page) {
        Wire wire = new Wire(page);
        page.routeWebSocket("**/ws/chat", wire::connect);
        return wire;
    }

    private void connect(WebSocketRoute widget) {
        if (weather == Weather.CUT) {
            widget.close();
            return;
        }
        WebSocketRoute desk = widget.connectToServer();
        // Carried by hand: left to Playwright, a frame under way as the line breaks is put on a closed socket.
        widget.onMessage(frame -> {
            if (weather != Weather.CUT) {
                desk.send(frame.text());
                carried.add(frame.text());
            }
        });
        desk.onMessage(frame -> {
            if (weather == Weather.FINE) {
                widget.send(frame.text());
            }
        });
        open.add(widget);
        open.add(desk);
    }

    /** What the widget sends arrives, what the desk answers does not. */
    void losesAnswers() {
        weather = Weather.ANSWERS_ARE_LOST;
    }

    /** Waits until the desk was given something with these words in it. */
    void carries(String words) {
        page.waitForCondition(() -> carried.stream().anyMatch(frame -> frame.contains(words)));
    }

    void breaks() {
        weather = Weather.CUT;
        open.forEach(end -> end.close(new WebSocketRoute.CloseOptions().setCode(4000)));
        open.clear();
    }

    void mends() {
        weather = Weather.FINE;
    }
}
