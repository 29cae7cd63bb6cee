package dev.ramah.language;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** No conversation is served before the bot can read. */
@Readiness
@ApplicationScoped
class SentenceModelReady implements HealthCheck {

    private final SentenceModel model;

    SentenceModelReady(SentenceModel model) {
        this.model = model;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("sentence model")
                    .status(model.ready())
                    .build();
        } catch (CompletionException failed) {
            return HealthCheckResponse.named("sentence model")
                    .down()
                    .withData("reason", String.valueOf(failed.getCause()))
                    .build();
        }
    }
}
