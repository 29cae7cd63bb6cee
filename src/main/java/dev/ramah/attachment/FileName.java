package dev.ramah.attachment;

import org.jspecify.annotations.Nullable;

/** What a file is called: one line without a path, without signs that nobody sees, and with the ending of what it is. */
final class FileName {

    private static final int LONGEST = 100;

    private FileName() {}

    /** Never empty; {@code wish} is whatever its sender's machine called it. */
    static String of(@Nullable String wish, Media media) {
        String last = wish == null ? "" : wish.substring(Math.max(wish.lastIndexOf('/'), wish.lastIndexOf('\\')) + 1);
        // Control, format (which turn the direction of reading) and unassigned signs, halves of pairs; and what names
        // on
        // some machine have a meaning for.
        String plain = last.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\"*:<>?|]", "")
                .replaceAll("\\s+", " ")
                .strip();
        // A formula to spreadsheets, a hidden file or an option to others.
        String name = plain.replaceAll("^[.=+@\\-\\s~]+", "");
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 && media.isEnding(name.substring(dot + 1)) ? name.substring(0, dot) : name;
        String ending = stem.equals(name) ? media.ending() : name.substring(dot + 1);
        if (stem.isBlank()) {
            stem = media.isPicture() ? "picture" : "document";
        }
        return shortened(stem) + "." + ending;
    }

    private static String shortened(String stem) {
        int points = stem.codePointCount(0, stem.length());
        return points <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST)).strip();
    }
}
