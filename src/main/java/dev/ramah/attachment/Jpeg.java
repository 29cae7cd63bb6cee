package dev.ramah.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A photo (ITU-T T.81). What draws it is kept: tables, frames, scans, colours. Everything that tells of it goes: EXIF and
 * XMP (APP1), IPTC (APP13), comments, small pictures, and whatever hangs behind its end, as the film of a moving photo.
 */
final class Jpeg {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;

    /** Baseline, extended and progressive frames: those that browsers draw. */
    private static final Set<Integer> FRAMES = Set.of(0xc0, 0xc1, 0xc2);

    /** Tables of quantization and of codes, restarts, lines. */
    private static final Set<Integer> TABLES = Set.of(0xdb, 0xc4, 0xdd, 0xdc, SCAN);

    /** A drawing of many scans costs whoever looks at it: each goes over the whole picture. */
    private static final int MOST_SCANS = 200;

    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final Cursor in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private @Nullable Size size;
    private int orientation = Orientation.UPRIGHT;
    private int scans;

    private Jpeg(byte[] raw) {
        in = new Cursor(raw);
    }

    static Clean clean(byte[] raw) {
        return new Jpeg(raw).clean();
    }

    private Clean clean() {
        in.skip(2);
        int marker;
        do {
            marker = marker();
            if (marker != END) {
                segment(marker);
            }
        } while (marker != END);
        if (size == null || scans == 0) {
            throw Cursor.damaged();
        }
        return Clean.picture(Media.JPEG, whole(), size.turned(orientation));
    }

    private byte[] whole() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        mark(whole, START);
        if (orientation != Orientation.UPRIGHT) {
            byte[] block = Orientation.block(orientation);
            write(whole, EXIF, concat(EXIF_NAME, block));
        }
        whole.writeBytes(out.toByteArray());
        mark(whole, END);
        return whole.toByteArray();
    }

    /** A photo of which the end is cut off is one: what is there can be seen. */
    private int marker() {
        if (in.left() < 2 && scans > 0) {
            return END;
        }
        if (in.u8() != 0xff) {
            throw Cursor.damaged();
        }
        int marker = in.u8();
        while (marker == 0xff) {
            marker = in.u8();
        }
        return marker;
    }

    private void segment(int marker) {
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
            return;
        }
        byte[] body = in.take(in.u16() - 2L);
        if (FRAMES.contains(marker)) {
            frame(body);
        } else if (marker == EXIF && startsWith(body, EXIF_NAME)) {
            orientation = Orientation.in(Arrays.copyOfRange(body, EXIF_NAME.length, body.length));
        }
        byte @Nullable [] kept = kept(marker, body);
        if (kept != null) {
            write(out, marker, kept);
        }
        if (marker == SCAN) {
            scan();
        }
    }

    private void frame(byte[] body) {
        if (size != null) {
            throw Cursor.damaged();
        }
        Cursor frame = new Cursor(body);
        frame.skip(1);
        int height = frame.u16();
        size = Size.of(frame.u16(), height);
    }

    /** Null for what is left out. */
    private static byte @Nullable [] kept(int marker, byte[] body) {
        if (FRAMES.contains(marker) || TABLES.contains(marker)) {
            return body;
        }
        return switch (marker) {
            // The density of its points; behind that is a small picture, which may show what was cut off.
            case 0xe0 -> startsWith(body, "JFIF\0") && body.length >= 14 ? withoutThumbnail(body) : null;
            case 0xe2 -> startsWith(body, "ICC_PROFILE\0") ? body : null;
            case 0xee -> startsWith(body, "Adobe") ? body : null;
            default -> null;
        };
    }

    private static byte[] withoutThumbnail(byte[] jfif) {
        byte[] head = Arrays.copyOf(jfif, 14);
        head[12] = 0;
        head[13] = 0;
        return head;
    }

    /** What is drawn goes on until a marker that neither belongs to it nor only restarts it. */
    private void scan() {
        if (size == null || ++scans > MOST_SCANS) {
            throw Cursor.damaged();
        }
        int from = in.at();
        while (in.left() > 0) {
            if (in.u8() == 0xff && in.left() > 0) {
                int next = in.u8();
                if (next != 0 && (next < 0xd0 || next > 0xd7)) {
                    in.back(2);
                    break;
                }
            }
        }
        out.writeBytes(in.since(from));
    }

    private static void write(ByteArrayOutputStream to, int marker, byte[] body) {
        mark(to, marker);
        to.write((body.length + 2) >> 8);
        to.write(body.length + 2);
        to.writeBytes(body);
    }

    private static void mark(ByteArrayOutputStream to, int marker) {
        to.write(0xff);
        to.write(marker);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static boolean startsWith(byte[] body, String name) {
        return startsWith(body, name.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean startsWith(byte[] body, byte[] name) {
        return body.length >= name.length && Arrays.equals(body, 0, name.length, name, 0, name.length);
    }
}
