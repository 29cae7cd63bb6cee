package dev.ramah.customer;

/** How much was erased. */
public record Erased(int entries, int conversations) {}
