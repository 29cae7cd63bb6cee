package dev.ramah.attachment;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * A GIF (CompuServe, version 89a): its frames and how long each is seen are kept; comments, texts and what programs
 * have left in it (XMP among that) go.
 */
final class Gif {

    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int END = 0x3b;
    private static final int HOW_LONG = 0xf9;
    private static final int OF_A_PROGRAM = 0xff;

    /** How often it begins again. */
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private static final int MOST_FRAMES = 2_000;

    private final Cursor in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int frames;

    private Gif(byte[] raw) {
        in = new Cursor(raw);
    }

    static Clean clean(byte[] raw) {
        return new Gif(raw).clean();
    }

    private Clean clean() {
        in.skip(6);
        int width = in.u16le();
        Size size = Size.of(width, in.u16le());
        int flags = in.u8();
        in.skip(2);
        in.skip(colours(flags));
        out.writeBytes(in.since(0));
        // One without its last byte can be seen whole.
        for (int block = END; in.left() > 0; ) {
            int from = in.at();
            block = in.u8();
            if (block == END) {
                break;
            }
            block(block, from);
        }
        if (frames == 0) {
            throw Cursor.damaged();
        }
        out.write(END);
        return Clean.picture(Media.GIF, out.toByteArray(), size);
    }

    private void block(int block, int from) {
        boolean kept;
        if (block == EXTENSION) {
            int label = in.u8();
            int head = in.at();
            boolean loops =
                    label == OF_A_PROGRAM && LOOPS.contains(in.ascii(1 + 11).substring(1));
            in.back(in.at() - head);
            kept = label == HOW_LONG || loops;
        } else if (block == FRAME && ++frames <= MOST_FRAMES) {
            in.skip(4);
            int width = in.u16le();
            Size.of(width, in.u16le());
            in.skip(colours(in.u8()));
            in.skip(1);
            kept = true;
        } else {
            throw Cursor.damaged();
        }
        int length;
        do {
            length = in.u8();
            in.skip(length);
        } while (length > 0);
        if (kept) {
            out.writeBytes(in.since(from));
        }
    }

    /** How many bytes its table of colours has, by its flags. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
    }
}
