package dev.ramah.attachment;

import dev.ramah.platform.Problem;

/** How large a picture is, in pixels. Small files can claim to be huge, and whoever opened one would pay for it. */
record Size(int width, int height) {

    /** As much as the largest photos of phones; unpacked it is a quarter of a gigabyte. */
    static final int MOST_PIXELS = 64_000_000;

    /** What browsers draw without cutting off. */
    private static final int LONGEST_SIDE = 16_384;

    /**
     * Checked.
     *
     * @throws Problem TOO_LARGE, or INVALID where there is no pixel at all
     */
    static Size of(long width, long height) {
        if (width < 1 || height < 1) {
            throw Cursor.damaged();
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
            throw new Problem(
                    Problem.Code.TOO_LARGE,
                    "A picture has at most " + MOST_PIXELS / 1_000_000 + " million pixels and " + LONGEST_SIDE
                            + " a side.");
        }
        return new Size((int) width, (int) height);
    }

    /** As it is looked at: by EXIF, orientations from 5 on lie on their side. */
    Size turned(int orientation) {
        return orientation >= 5 ? new Size(/* width= */ height, /* height= */ width) : this;
    }
}
