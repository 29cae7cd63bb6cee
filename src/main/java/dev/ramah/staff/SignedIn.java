package dev.ramah.staff;

import java.time.Instant;

/** Someone signed in: the token is only ever here, the database has its hash. */
public record SignedIn(String token, Instant expires, Colleague me) {}
