package dev.ramah.platform;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Follows messages from the socket to the commit and to those who are told, for a collector that speaks OpenTelemetry's
 * protocol (OTLP over HTTP). Where none is set nothing of it is loaded. The spans are made by hand and not by agents
 * around every call: what those would tell are addresses with conversations and tokens in them.
 */
@Singleton
public class Traces {

    /** After the last message was written. */
    private static final int LATE = 6_000;

    private static final long GOODBYE_SECONDS = 5;

    private static final ThreadLocal<Trace> CURRENT = ThreadLocal.withInitial(() -> Trace.NONE);

    private static final AttributeKey<String> FRAME = AttributeKey.stringKey("ramah.frame");
    private static final AttributeKey<String> SOCKET = AttributeKey.stringKey("ramah.socket");

    private final Optional<String> collector;
    private final double share;
    private final Node node;
    private final Clock clock;

    private @Nullable SdkTracerProvider provider;
    private volatile @Nullable Tracer tracer;

    /**
     * Follows nothing before the start.
     *
     * @param collector its address without a path, such as {@code http://localhost:4318}
     * @param share of all messages, 0 to 1, those that are followed
     */
    Traces(
            @ConfigProperty(name = "ramah.traces") Optional<String> collector,
            @ConfigProperty(name = "ramah.traces-share", defaultValue = "1") double share,
            Node node,
            Clock clock) {
        this.collector = collector.filter(each -> !each.isBlank());
        this.share = share;
        this.node = node;
        this.clock = clock;
    }

    void open(@Observes StartupEvent started) {
        collector.ifPresent(address -> {
            SdkTracerProvider fresh = SdkTracerProvider.builder()
                    .setResource(Resource.create(Attributes.of(
                            AttributeKey.stringKey("service.name"),
                            "ramah",
                            AttributeKey.stringKey("service.instance.id"),
                            node.name())))
                    .setSampler(Sampler.traceIdRatioBased(share))
                    .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                    .setEndpoint(address.replaceAll("/+$", "") + "/v1/traces")
                                    .build())
                            .build())
                    .build();
            provider = fresh;
            tracer = fresh.get("ramah");
        });
    }

    void close(@Observes @Priority(LATE) ShutdownEvent stopped) {
        tracer = null;
        if (provider != null) {
            provider.shutdown().join(GOODBYE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /**
     * Begins to follow what this thread does until the trace is closed, if anybody wants to know.
     *
     * @param socket where it came in; not from outside, as the frame
     * @param frame the type of what came in, one of those that we know
     */
    public Trace begin(String socket, String frame) {
        Tracer on = tracer;
        if (on == null) {
            return Trace.NONE;
        }
        Instant now = clock.instant();
        Span whole = on.spanBuilder(socket + " " + frame)
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(SOCKET, socket)
                .setAttribute(FRAME, frame)
                .setStartTimestamp(now)
                .startSpan();
        if (!whole.isRecording()) {
            return Trace.NONE;
        }
        long epochNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        Trace trace = new FollowedTrace(on, whole, epochNanos, CURRENT);
        CURRENT.set(trace);
        return trace;
    }

    /** What this thread is about. */
    public static Trace current() {
        return CURRENT.get();
    }
}
