package dev.ramah.fault;

/** How thoroughly the faults are tried: in short with every build, whole with {@code mvn verify -Pfaults}. */
enum Form {
    SHORT,
    WHOLE;

    /** The one that this run has. */
    static final Form NOW = "whole".equals(System.getProperty("ramah.faults")) ? WHOLE : SHORT;

    static <T> T of(T inShort, T whole) {
        return NOW == WHOLE ? whole : inShort;
    }
}
