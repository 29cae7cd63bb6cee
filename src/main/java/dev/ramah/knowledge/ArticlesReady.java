package dev.ramah.knowledge;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the articles that were there at the start have been read: the first customer would get a worse
 * answer than the second. Later imports change nothing about being ready, for the articles before them go on answering.
 */
@Readiness
@Singleton
class ArticlesReady implements HealthCheck {

    private final Library library;
    private volatile boolean read;

    ArticlesReady(Library library) {
        this.library = library;
    }

    @Override
    public HealthCheckResponse call() {
        read = read || library.embedded();
        return HealthCheckResponse.named("articles").status(read).build();
    }
}
