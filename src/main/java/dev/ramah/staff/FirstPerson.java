package dev.ramah.staff;

import dev.ramah.platform.Greets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows whoever started an empty installation the way in. */
@ApplicationScoped
class FirstPerson implements Greets {

    private final First first;
    private final int port;

    FirstPerson(First first, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.first = first;
        this.port = port;
    }

    @Override
    public List<String> lines() {
        return first.administrator()
                .map(path -> List.of(
                        "",
                        "  Ramah is ready, and nobody works here yet. Become its administrator, once, at",
                        "    http://localhost:" + port + path,
                        ""))
                .orElse(List.of());
    }
}
