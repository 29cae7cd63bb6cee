package dev.ramah.practice;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How far somebody is with what they were assigned.
 *
 * @param waits whether nobody can begin it now, for it is being changed or was put away
 * @param done whether they have rehearsed it since it was assigned, to the end
 * @param passed whether one of those was good enough
 * @param late whether it could be begun, and was not done by its day
 */
record Standing(
        UUID id,
        UUID scenario,
        UUID agent,
        String title,
        LocalDate due,
        boolean waits,
        boolean done,
        boolean passed,
        boolean late) {}
