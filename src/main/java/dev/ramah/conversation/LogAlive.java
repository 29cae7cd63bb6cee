package dev.ramah.conversation;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while the threads that write the log and tell of it are, and get on. Only a restart helps where one of them
 * died or hangs; a database that is away is no such thing, for then both fail in seconds and try again.
 */
@Liveness
@Singleton
class LogAlive implements HealthCheck {

    private final Log log;
    private final Feed feed;

    LogAlive(Log log, Feed feed) {
        this.log = log;
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        boolean writes = log.isAlive();
        boolean tells = feed.isAlive();
        return HealthCheckResponse.named("log")
                .status(writes && tells)
                .withData("writes", writes)
                .withData("tells", tells)
                .build();
    }
}
