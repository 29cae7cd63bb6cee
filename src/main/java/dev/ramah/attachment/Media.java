package dev.ramah.attachment;

import java.util.Locale;

/** What may be sent. Neither a file's name nor a header tells which it is, only its bytes. */
enum Media {
    PNG("image/png", "png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp", "webp"),
    GIF("image/gif", "gif", "gif"),
    PDF("application/pdf", "pdf", "pdf");

    private final String type;
    private final String ending;
    private final String otherEnding;

    Media(String type, String ending, String otherEnding) {
        this.type = type;
        this.ending = ending;
        this.otherEnding = otherEnding;
    }

    /** As in a Content-Type. */
    String type() {
        return type;
    }

    boolean isPicture() {
        return this != PDF;
    }

    String ending() {
        return ending;
    }

    boolean isEnding(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(ending) || lower.equals(otherEnding);
    }
}
