package dev.ramah.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A WebP (RFC 9649): the chunks that draw it are kept, in its frames as well; EXIF, XMP and those nobody knows go. */
final class WebP {

    private static final Set<String> KEPT = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private static final int TELLS_EXIF = 0x08;
    private static final int TELLS_XMP = 0x04;
    private static final int MOST_FRAMES = 2_000;

    private final Cursor in;
    private @Nullable Size canvas;
    private @Nullable Size drawn;
    private int orientation = Orientation.UPRIGHT;
    private int frames;

    private WebP(byte[] raw) {
        in = new Cursor(raw);
    }

    static Clean clean(byte[] raw) {
        return new WebP(raw).clean();
    }

    private Clean clean() {
        in.skip(4);
        Cursor riff = in.part(in.u32le());
        riff.skip(4);
        byte[] chunks = chunks(riff);
        Size size = canvas == null ? drawn : canvas;
        if (size == null || drawn == null) {
            throw Cursor.damaged();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ascii("WEBP"));
        body.writeBytes(chunks);
        // Only what has a head of its own can tell which side is up.
        if (orientation != Orientation.UPRIGHT && canvas != null) {
            chunk(body, "EXIF", Orientation.block(orientation));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        chunk(whole, "RIFF", body.toByteArray());
        return Clean.picture(Media.WEBP, whole.toByteArray(), canvas == null ? size : size.turned(orientation));
    }

    private byte[] chunks(Cursor from) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int head = -1;
        while (from.left() > 1) {
            String type = from.ascii(4);
            long length = from.u32le();
            byte[] body = from.take(length);
            from.skip(Math.min(from.left(), length & 1));
            look(type, body);
            if (type.equals("VP8X")) {
                head = kept.size() + 8;
            }
            if (KEPT.contains(type)) {
                chunk(kept, type, type.equals("ANMF") ? frame(body) : body);
            }
        }
        byte[] all = kept.toByteArray();
        if (head >= 0) {
            int tells = orientation == Orientation.UPRIGHT ? 0 : TELLS_EXIF;
            all[head] = (byte) ((all[head] & ~(TELLS_EXIF | TELLS_XMP)) | tells);
        }
        return all;
    }

    /** Where and how long, and then chunks again. */
    private byte[] frame(byte[] body) {
        if (++frames > MOST_FRAMES) {
            throw Cursor.damaged();
        }
        Cursor frame = new Cursor(body);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.writeBytes(frame.take(16));
        while (frame.left() > 1) {
            String type = frame.ascii(4);
            long length = frame.u32le();
            byte[] inner = frame.take(length);
            frame.skip(Math.min(frame.left(), length & 1));
            look(type, inner);
            if (type.equals("VP8 ") || type.equals("VP8L") || type.equals("ALPH")) {
                chunk(kept, type, inner);
            }
        }
        return kept.toByteArray();
    }

    private void look(String type, byte[] body) {
        Cursor data = new Cursor(body);
        switch (type) {
            case "VP8X" -> {
                data.skip(4);
                int width = data.u24le() + 1;
                canvas = Size.of(width, data.u24le() + 1);
            }
            case "VP8 " -> {
                data.skip(6);
                int width = data.u16le() & 0x3fff;
                drawn = Size.of(width, data.u16le() & 0x3fff);
            }
            case "VP8L" -> {
                data.skip(1);
                long bits = data.u32le();
                drawn = Size.of((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
            }
            case "EXIF" -> orientation = Orientation.in(tiff(body));
            default -> {
                // Nothing to know of it.
            }
        }
    }

    /** Some write the name that it has in a JPEG before it. */
    private static byte[] tiff(byte[] exif) {
        Cursor block = new Cursor(exif);
        if (exif.length > 6 && block.ascii(6).equals("Exif\0\0")) {
            return block.take(block.left());
        }
        return exif;
    }

    private static void chunk(ByteArrayOutputStream to, String type, byte[] body) {
        to.writeBytes(ascii(type));
        for (int shift = 0; shift <= 24; shift += 8) {
            to.write(body.length >> shift);
        }
        to.writeBytes(body);
        if ((body.length & 1) == 1) {
            to.write(0);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
