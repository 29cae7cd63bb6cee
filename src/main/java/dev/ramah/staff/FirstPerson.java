package dev.ramah.staff;

import dev.ramah.platform.Greets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows whoever started an empty installation the way in. */
@ApplicationScoped
class FirstPerson implements Greets {

    private final First first;
    private final int port;
    private Optional<String> link = Optional.empty();

    FirstPerson(First first, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.first = first;
        this.port = port;
    }

    /** Before anybody can come in, so that the administrator of the settings is there when we say that we are ready. */
    void prepare(@Observes StartupEvent started) {
        link = first.administrator();
    }

    @Override
    public List<String> lines() {
        return link.map(path -> List.of(
                        "",
                        "  Ramah is ready, and nobody works here yet. Become its administrator, once, at",
                        "    http://localhost:" + port + path,
                        ""))
                .orElse(List.of());
    }
}
