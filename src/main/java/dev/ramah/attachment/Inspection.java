package dev.ramah.attachment;

import dev.ramah.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells what a file is by its first bytes, and takes out of pictures what tells of more than what is seen. */
final class Inspection {

    /** The last thing in a PDF, perhaps with a few blank lines behind it (ISO 32000-1, 7.5.5). */
    private static final String PDF_END = "%%EOF";

    private static final int NEAR_THE_END = 1_024;

    private Inspection() {}

    /**
     * The file as it may be kept.
     *
     * @throws Problem UNSUPPORTED if it is none of what may be sent, TOO_LARGE with too many pixels, INVALID if it is
     *     damaged
     */
    static Clean of(byte[] raw) {
        String head = new String(raw, 0, Math.min(raw.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Jpeg.clean(raw);
        }
        if (head.startsWith(new String(Png.SIGNATURE, StandardCharsets.ISO_8859_1))) {
            return Png.clean(raw);
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Gif.clean(raw);
        }
        if (head.length() == 12 && head.startsWith("RIFF") && head.endsWith("WEBP")) {
            return WebP.clean(raw);
        }
        if (head.startsWith("%PDF-")) {
            return pdf(raw);
        }
        throw new Problem(
                Problem.Code.UNSUPPORTED, "Pictures (PNG, JPEG, WebP, GIF) and PDF can be sent, and this is none.");
    }

    /** As it is: nobody but the reader whom the customer or we chose opens it, never a page of ours. */
    private static Clean pdf(byte[] raw) {
        byte[] tail = Arrays.copyOfRange(raw, Math.max(0, raw.length - NEAR_THE_END), raw.length);
        if (!new String(tail, StandardCharsets.ISO_8859_1).contains(PDF_END)) {
            throw Cursor.damaged();
        }
        return new Clean(Media.PDF, raw, null, null);
    }
}
