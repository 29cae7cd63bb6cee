package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracesTest {

    @Test
    void whereNoCollectorIsSetNothingIsFollowed() {
        Traces traces = new Traces(Optional.of(""), 1, new Node(), Clock.systemUTC());
        traces.open(new StartupEvent());
        try (Trace trace = traces.begin("chat", "say")) {
            assertSame(Trace.NONE, trace);
            assertSame(Trace.NONE, Traces.current());
        }
        traces.close(new ShutdownEvent());
    }

    @Test
    void nothingOfTheShareIsFollowedWhenTheShareIsNone() throws IOException {
        try (Collector collector = new Collector()) {
            Traces traces = new Traces(Optional.of(collector.url()), 0, new Node(), Clock.systemUTC());
            traces.open(new StartupEvent());
            assertSame(Trace.NONE, traces.begin("chat", "say"));
            traces.close(new ShutdownEvent());
        }
    }

    @Test
    void partsFollowEachOtherWithoutAGapOnWhateverThread() throws Exception {
        try (Collector collector = new Collector()) {
            Traces traces = new Traces(Optional.of(collector.url()), 1, new Node(), Clock.systemUTC());
            traces.open(new StartupEvent());
            Trace trace = traces.begin("chat", "say");
            assertSame(trace, Traces.current());
            trace.part("check");
            trace.handOn();
            trace.close();
            assertSame(Trace.NONE, Traces.current());
            Thread writer = new Thread(() -> {
                trace.part("wait");
                trace.part("write", 3);
                trace.end();
            });
            writer.start();
            writer.join();
            traces.close(new ShutdownEvent());

            List<Collector.Span> spans = collector.await(all -> all.size() == 4);
            Collector.Span whole = named(spans, "chat say");
            assertEquals("", whole.parent());
            Collector.Span check = named(spans, "check");
            Collector.Span wait = named(spans, "wait");
            Collector.Span write = named(spans, "write");
            for (Collector.Span each : List.of(check, wait, write)) {
                assertEquals(whole.id(), each.parent());
                assertEquals(whole.trace(), each.trace());
            }
            assertEquals(whole.from(), check.from());
            assertEquals(check.to(), wait.from());
            assertEquals(wait.to(), write.from());
            assertTrue(write.to() <= whole.to());
            assertTrue(write.attributes().containsKey("ramah.commands"));
        }
    }

    private static Collector.Span named(List<Collector.Span> spans, String name) {
        return spans.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
