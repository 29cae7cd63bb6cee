package dev.ramah.attachment;

import dev.ramah.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a file that nobody vouches for, byte by byte: what would lie beyond its end makes it damaged, and us nothing. */
final class Cursor {

    private final byte[] bytes;
    private final int end;
    private int at;

    Cursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Cursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    static Problem damaged() {
        return Problem.invalid("This file is damaged: it ends too early, or is not what it begins as.");
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    int u8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    int u16() {
        return (u8() << 8) | u8();
    }

    int u16le() {
        return u8() | (u8() << 8);
    }

    int u24le() {
        return u16le() | (u8() << 16);
    }

    long u32() {
        return ((long) u16() << 16) | u16();
    }

    long u32le() {
        return u16le() | ((long) u16le() << 16);
    }

    String ascii(int length) {
        return new String(take(length), StandardCharsets.ISO_8859_1);
    }

    byte[] take(long length) {
        need(length);
        at += (int) length;
        return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    void skip(long length) {
        need(length);
        at += (int) length;
    }

    /** The next bytes as a file of their own; this one goes on behind them. */
    Cursor part(long length) {
        need(length);
        at += (int) length;
        return new Cursor(bytes, at - (int) length, at);
    }

    /** So many bytes are read once more. */
    void back(int length) {
        at -= length;
    }

    /** What was read since that place. */
    byte[] since(int from) {
        return Arrays.copyOfRange(bytes, from, at);
    }

    private void need(long length) {
        if (length < 0 || length > left()) {
            throw damaged();
        }
    }
}
