package dev.ramah.language;

/** The chat model did not answer, and why: the name of the reason is stored and counted. */
public final class ChatFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why there is no answer. */
    public enum Reason {
        /** It took longer than it may. */
        MODEL_SLOW,
        /** It can't be reached, or refuses. */
        MODEL_DOWN,
        /** It has too much to do, or we asked too often. */
        MODEL_BUSY,
        /** What it said is not of the form it was asked for. */
        MODEL_NONSENSE,
        /** It failed several times, so it is left alone for a while. */
        MODEL_PAUSED
    }

    private final Reason reason;

    ChatFault(Reason reason, String detail) {
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
