package dev.ramah.conversation;

import java.util.List;

/** What one conversation gained in one commit, and where it stands now. */
public record Told(State state, List<Entry> entries) {}
