package dev.ramah.conversation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Which conversations a member of staff may read, as far as lists ask for it: all, or those of no team, of theirs, and
 * those that are or were meant to be in their hands.
 *
 * @param mates who shares a team with them; whose conversations these hold are their teams' as well
 */
public record Reach(UUID reader, boolean everything, List<String> teams, Collection<UUID> mates) {}
