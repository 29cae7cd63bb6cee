package dev.ramah.platform;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.List;

/** The last thing that a start prints: where to go, and as whom; and the first thing that a stop does. */
class Greeting implements QuarkusApplication {

    private final List<Greets> rooms;
    private final OpenSockets sockets;

    Greeting(@All List<Greets> rooms, OpenSockets sockets) {
        this.rooms = rooms;
        this.sockets = sockets;
    }

    @Override
    public int run(String... args) {
        rooms.stream().flatMap(room -> room.lines().stream()).forEach(System.out::println);
        Quarkus.waitForExit();
        // While everything still stands: by the time of Quarkus's own event the lines are closed already.
        sockets.close();
        return 0;
    }
}
