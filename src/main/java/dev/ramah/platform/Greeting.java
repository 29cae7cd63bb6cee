package dev.ramah.platform;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The last thing that a start prints: where to go, and as whom. */
class Greeting implements QuarkusApplication {

    private final List<Greets> rooms;
    private final boolean json;

    Greeting(@All List<Greets> rooms, @ConfigProperty(name = "ramah.log.json", defaultValue = "false") boolean json) {
        this.rooms = rooms;
        this.json = json;
    }

    @Override
    public int run(String... args) {
        // Links and logins are for who starts it, and no part of a log that machines read and keep.
        PrintStream out = json ? System.err : System.out;
        rooms.stream().flatMap(room -> room.lines().stream()).forEach(out::println);
        Quarkus.waitForExit();
        return 0;
    }
}
