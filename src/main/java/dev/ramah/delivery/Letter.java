package dev.ramah.delivery;

/** A mail as it goes out: the same in plain text and in HTML. */
record Letter(String to, String messageId, String subject, String text, String html) {}
