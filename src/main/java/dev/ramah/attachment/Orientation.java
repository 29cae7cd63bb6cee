package dev.ramah.attachment;

import dev.ramah.platform.Problem;

/**
 * Which side of a photo is up: the one fact of its EXIF block that is kept, for without it people would lie on their
 * side. The block is a small TIFF file (CIPA DC-008): place, time, camera and a small picture are in it as well.
 */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int MOST_TAGS = 1_000;

    private Orientation() {}

    /** From 1 to 8; upright where the block tells nothing, or nothing that makes sense. */
    static int in(byte[] tiff) {
        try {
            int found = read(new Cursor(tiff));
            return found >= 1 && found <= 8 ? found : UPRIGHT;
        } catch (Problem damaged) {
            return UPRIGHT;
        }
    }

    private static int read(Cursor tiff) {
        String order = tiff.ascii(2);
        if (!order.equals("II") && !order.equals("MM")) {
            return UPRIGHT;
        }
        boolean little = order.equals("II");
        tiff.skip(2);
        long first = little ? tiff.u32le() : tiff.u32();
        tiff.skip(first - tiff.at());
        int tags = u16(tiff, little);
        for (int i = 0; i < Math.min(tags, MOST_TAGS); i++) {
            int tag = u16(tiff, little);
            int type = u16(tiff, little);
            tiff.skip(4);
            int value = u16(tiff, little);
            tiff.skip(2);
            if (tag == TAG && type == SHORT) {
                return value;
            }
        }
        return UPRIGHT;
    }

    private static int u16(Cursor from, boolean little) {
        return little ? from.u16le() : from.u16();
    }

    /** A block that tells this and nothing else. */
    static byte[] block(int orientation) {
        return new byte[] {
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8, // where the one directory begins
            0,
            1, // it has one tag
            TAG >> 8,
            TAG & 0xff,
            0,
            SHORT,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0, //
            0,
            0,
            0,
            0 // and no directory follows
        };
    }
}
