package dev.ramah.cast;

import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Those who are here in a test. They all leave at its end. */
public final class Present {

    private final List<AutoCloseable> here = new ArrayList<>();

    /** Tom came and waits for a person. */
    public Visitor waiting() {
        Visitor tom = opened(Visitor.tom());
        tom.asksForPerson();
        return tom;
    }

    /** A colleague sits down at the desk and is online. */
    public Agent sitsDown(Colleague who) {
        Agent agent = opened(Agent.signsIn(who.email(), Cast.PASSWORD));
        agent.send("status", Map.of("status", "online"));
        return agent;
    }

    public <T extends AutoCloseable> T opened(T what) {
        here.add(what);
        return what;
    }

    public void leave() throws Exception {
        for (AutoCloseable each : here) {
            each.close();
        }
    }
}
