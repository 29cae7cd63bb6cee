package dev.ramah.platform;

import dev.ramah.platform.Problem.Code;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/** What a fault is called to the outside. */
public final class Faults {

    private static final Logger LOG = Logger.getLogger(Faults.class);

    private Faults() {}

    /** A refusal as it is; a database that is away as UNAVAILABLE; anything else logged, with a reference to find it by. */
    public static Problem asProblem(Throwable fault) {
        Throwable cause = fault;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (Database.isAway(cause)) {
            return new Problem(Code.UNAVAILABLE, "The database can't be reached. Try again in a moment.");
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(cause, "Unexpected fault %s", reference);
        return new Problem(Code.FAULT, "Something went wrong on our side (reference " + reference + ").");
    }
}
