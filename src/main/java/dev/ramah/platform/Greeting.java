package dev.ramah.platform;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The last thing that a start prints: where to go, and as whom; and the first thing that a stop does. */
class Greeting implements QuarkusApplication {

    private final List<Greets> rooms;
    private final OpenSockets sockets;
    private final boolean json;

    Greeting(
            @All List<Greets> rooms,
            OpenSockets sockets,
            @ConfigProperty(name = "ramah.log.json", defaultValue = "false") boolean json) {
        this.rooms = rooms;
        this.sockets = sockets;
        this.json = json;
    }

    @Override
    public int run(String... args) {
        // Links and logins are for who starts it, and no part of a log that machines read and keep.
        PrintStream out = json ? System.err : System.out;
        rooms.stream().flatMap(room -> room.lines().stream()).forEach(out::println);
        Quarkus.waitForExit();
        // While everything still stands: by the time of Quarkus's own event the lines are closed already.
        sockets.close();
        return 0;
    }
}
