package dev.ramah.platform;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.List;

/** The last thing that a start prints: where to go, and as whom. */
class Greeting implements QuarkusApplication {

    private final List<Greets> rooms;

    Greeting(@All List<Greets> rooms) {
        this.rooms = rooms;
    }

    @Override
    public int run(String... args) {
        rooms.stream().flatMap(room -> room.lines().stream()).forEach(System.out::println);
        Quarkus.waitForExit();
        return 0;
    }
}
