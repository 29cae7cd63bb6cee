package dev.ramah.platform;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Something to do from a terminal with the program's own file, {@code java -jar … NAME}, without starting the application. */
public interface Command {

    /** The word it is called by. */
    String name();

    /**
     * Does it and returns the exit code: 0 for all done, 1 for done in part, 2 for not done.
     *
     * @param arguments what stood behind its name
     * @param out where it tells how far it is and what came of it
     */
    int run(List<String> arguments, PrintStream out);

    /** The command of this name, if a room has one. */
    static Optional<Command> named(String name) {
        return ServiceLoader.load(Command.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals(name))
                .findAny();
    }
}
