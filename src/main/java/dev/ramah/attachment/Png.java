package dev.ramah.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A PNG (W3C PNG, third edition): the chunks that draw it and its colours are kept. Texts, time, EXIF and chunks nobody
 * knows go, as does what hangs behind the end; of a moving one the still picture is kept.
 */
final class Png {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "cHRM", "sRGB", "sBIT", "iCCP", "bKGD", "pHYs");

    /** A profile of colours is packed: what it becomes must not surprise whoever unpacks it. */
    private static final int LONGEST_PROFILE = 64 * 1024;

    private final Cursor in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private @Nullable Size size;
    private int orientation = Orientation.UPRIGHT;
    private boolean drawn;

    private Png(byte[] raw) {
        in = new Cursor(raw);
    }

    static Clean clean(byte[] raw) {
        return new Png(raw).clean();
    }

    private Clean clean() {
        in.skip(SIGNATURE.length);
        String type;
        do {
            type = chunk();
        } while (!type.equals("IEND"));
        if (size == null || !drawn) {
            throw Cursor.damaged();
        }
        return Clean.picture(Media.PNG, whole(), size.turned(orientation));
    }

    private String chunk() {
        long length = in.u32();
        int from = in.at();
        String type = in.ascii(4);
        byte[] body = in.take(length);
        long sum = sum(in.since(from));
        if (sum != in.u32() || (size == null) != type.equals("IHDR")) {
            throw Cursor.damaged();
        }
        switch (type) {
            case "IHDR" -> {
                Cursor header = new Cursor(body);
                size = Size.of(header.u32(), header.u32());
            }
            case "IDAT" -> drawn = true;
            case "eXIf" -> orientation = Orientation.in(body);
            default -> {
                // It is kept or not, as the list says.
            }
        }
        if (KEPT.contains(type) && (!type.equals("iCCP") || length <= LONGEST_PROFILE)) {
            write(out, type, body);
        }
        return type;
    }

    /** With the one fact of its EXIF, right behind the header. */
    private byte[] whole() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(SIGNATURE);
        Cursor chunks = new Cursor(out.toByteArray());
        whole.writeBytes(chunks.take(12 + 13));
        if (orientation != Orientation.UPRIGHT) {
            write(whole, "eXIf", Orientation.block(orientation));
        }
        whole.writeBytes(chunks.take(chunks.left()));
        return whole.toByteArray();
    }

    private static void write(ByteArrayOutputStream to, String type, byte[] body) {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        named.writeBytes(body);
        u32(to, body.length);
        to.writeBytes(named.toByteArray());
        u32(to, sum(named.toByteArray()));
    }

    private static void u32(ByteArrayOutputStream to, long value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            to.write((int) (value >> shift));
        }
    }

    private static long sum(byte[] of) {
        CRC32 sum = new CRC32();
        sum.update(of);
        return sum.getValue();
    }
}
