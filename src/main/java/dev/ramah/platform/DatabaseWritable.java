package dev.ramah.platform;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while nothing can be written: a database may answer and yet be full, or read-only after a failover. This
 * node writes that it is alive every two seconds anyway; asking costs nothing.
 */
@Readiness
@Singleton
class DatabaseWritable implements HealthCheck {

    /** Three beats that failed, or a long one. */
    private static final Duration TOO_LONG = Duration.ofSeconds(7);

    private final Nodes nodes;

    DatabaseWritable(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database can be written")
                .status(nodes.silence().compareTo(TOO_LONG) < 0)
                .build();
    }
}
