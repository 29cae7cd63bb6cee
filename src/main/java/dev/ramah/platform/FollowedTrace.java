package dev.ramah.platform;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;

/** A message that a collector hears of: one span for its whole way, one below it for each part. */
final class FollowedTrace implements Trace {

    private static final AttributeKey<Long> COMMANDS = AttributeKey.longKey("ramah.commands");

    private final Tracer tracer;
    private final ThreadLocal<Trace> current;
    private final Span whole;
    private final Context context;

    /** The wall clock at the beginning; from there on time is counted, so that no part ends before it began. */
    private final long beganAtEpochNanos;

    private final long beganNanos = System.nanoTime();
    private long partNanos = beganNanos;
    private boolean handedOn;

    FollowedTrace(Tracer tracer, Span whole, long beganAtEpochNanos, ThreadLocal<Trace> current) {
        this.tracer = tracer;
        this.whole = whole;
        this.context = Context.root().with(whole);
        this.beganAtEpochNanos = beganAtEpochNanos;
        this.current = current;
    }

    @Override
    public void part(String name) {
        part(tracer.spanBuilder(name));
    }

    @Override
    public void part(String name, int commands) {
        part(tracer.spanBuilder(name).setAttribute(COMMANDS, (long) commands));
    }

    private void part(SpanBuilder part) {
        long now = System.nanoTime();
        part.setParent(context)
                .setStartTimestamp(epoch(partNanos), TimeUnit.NANOSECONDS)
                .startSpan()
                .end(epoch(now), TimeUnit.NANOSECONDS);
        partNanos = now;
    }

    @Override
    public void handOn() {
        handedOn = true;
    }

    @Override
    public void end() {
        whole.end(epoch(System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        current.remove();
        if (!handedOn) {
            end();
        }
    }

    private long epoch(long nanos) {
        return beganAtEpochNanos + nanos - beganNanos;
    }
}
