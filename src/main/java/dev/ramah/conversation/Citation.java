package dev.ramah.conversation;

/** A help article by its key, with its title at the time. */
public record Citation(String article, String title) {}
