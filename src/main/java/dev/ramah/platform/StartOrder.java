package dev.ramah.platform;

/**
 * The order in which rooms start, as priorities of those who observe the start, where one needs what another has done. All
 * others follow, in no order of their own.
 */
public final class StartOrder {

    /** The connections to the database are open. */
    public static final int DATABASE = 0;

    /** What needs nobody and takes its time. */
    public static final int ALONE = 1;

    /** Hints are heard, before rooms that send or hear one as they start. */
    public static final int HINTS = 10;

    /** This node is known, before rooms that write down what they have at it. */
    public static final int NODES = 20;

    /** The sample world is there. */
    public static final int WORLD = 100;

    /** What is there is counted. */
    public static final int FIGURES = 200;

    private StartOrder() {}
}
