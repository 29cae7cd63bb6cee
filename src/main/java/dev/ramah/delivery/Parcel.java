package dev.ramah.delivery;

import java.util.UUID;

/** A delivery that is to be tried now, by whoever holds this. */
record Parcel(UUID delivery, String event, String address, String secret, String body, int tries) {}
