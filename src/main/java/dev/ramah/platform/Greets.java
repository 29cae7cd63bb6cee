package dev.ramah.platform;

import java.util.List;

/** A room with something to say to whoever just started the application. */
public interface Greets {

    /** Lines for the terminal; none where there is nothing to say. */
    List<String> lines();
}
