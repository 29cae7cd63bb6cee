package dev.ramah.attachment;

import org.jspecify.annotations.Nullable;

/**
 * A file as it is kept.
 *
 * @param width in pixels, as it is looked at; null for what is no picture, like the height
 */
@SuppressWarnings("ArrayRecordComponent") // Of a file that goes from one hand to the next and is compared with none.
record Clean(Media media, byte[] bytes, @Nullable Integer width, @Nullable Integer height) {

    static Clean picture(Media media, byte[] bytes, Size size) {
        return new Clean(media, bytes, size.width(), size.height());
    }
}
