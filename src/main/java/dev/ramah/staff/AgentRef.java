package dev.ramah.staff;

import java.util.UUID;

/** Names one member of staff, whatever their role. */
public record AgentRef(UUID id) {}
