package dev.ramah.platform;

/**
 * The framing of one connection's incoming bytes (RFC 6455, 5), read a byte at a time and judged: what the protocol
 * forbids has a close code of its own.
 */
final class FrameRules {

    static final int FINE = 0;
    static final int PROTOCOL_ERROR = 1002;
    static final int NOT_TEXT = 1003;
    static final int NOT_UTF8 = 1007;
    static final int TOO_LARGE = 1009;

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LONGEST_CONTROL = 125;

    /** What is read next. */
    private enum Part {
        FIRST,
        SECOND,
        LENGTH,
        KEY,
        PAYLOAD
    }

    private final long longest;
    private final Utf8 message = new Utf8();
    private final Utf8 reason = new Utf8();
    private final byte[] key = new byte[4];

    private Part part = Part.FIRST;
    private int opcode;
    private boolean last;
    private long length;
    /** How many bytes of this part have come, and of how many. */
    private long come;

    private int lengthBytes;
    /** A message has begun and its last fragment has not come. */
    private boolean open;

    private long messageLength;
    private int closeCode;
    private int pings;

    /** @param longest the most bytes that a message may have, in all its fragments */
    FrameRules(long longest) {
        this.longest = longest;
    }

    /** How many pings have come so far. */
    int pings() {
        return pings;
    }

    /** Reads the next byte: {@link #FINE}, or the code to close with. */
    int next(byte octet) {
        int bits = octet & 0xFF;
        return switch (part) {
            case FIRST -> first(bits);
            case SECOND -> second(bits);
            case LENGTH -> length(bits);
            case KEY -> key(octet);
            case PAYLOAD -> payload(octet);
        };
    }

    private int first(int bits) {
        last = (bits & 0x80) != 0;
        opcode = bits & 0x0F;
        part = Part.SECOND;
        boolean reserved = (bits & 0x70) != 0;
        boolean control = opcode == CLOSE || opcode == PING || opcode == PONG;
        boolean begins = opcode == TEXT || opcode == BINARY;
        boolean inOrder = control ? last : (begins ? !open : opcode == CONTINUATION && open);
        if (reserved || !inOrder) {
            return PROTOCOL_ERROR;
        }
        return opcode == BINARY ? NOT_TEXT : FINE;
    }

    private int second(int bits) {
        length = bits & 0x7F;
        come = 0;
        boolean masked = (bits & 0x80) != 0;
        if (!masked || (isControl() && length > LONGEST_CONTROL)) {
            return PROTOCOL_ERROR;
        }
        lengthBytes = length == 126 ? 2 : (length == 127 ? 8 : 0);
        if (lengthBytes > 0) {
            length = 0;
            part = Part.LENGTH;
            return FINE;
        }
        return lengthIsKnown();
    }

    private int length(int bits) {
        length = (length << 8) | bits;
        if (++come < lengthBytes) {
            return FINE;
        }
        return length < 0 ? PROTOCOL_ERROR : lengthIsKnown();
    }

    private int lengthIsKnown() {
        come = 0;
        part = Part.KEY;
        if (isControl()) {
            return opcode == CLOSE && length == 1 ? PROTOCOL_ERROR : FINE;
        }
        messageLength = opcode == CONTINUATION ? messageLength + length : length;
        return messageLength > longest ? TOO_LARGE : FINE;
    }

    private int key(byte octet) {
        key[(int) come] = octet;
        if (++come < key.length) {
            return FINE;
        }
        come = 0;
        closeCode = 0;
        part = Part.PAYLOAD;
        return length == 0 ? complete() : FINE;
    }

    private int payload(byte octet) {
        int bits = (octet ^ key[(int) (come & 3)]) & 0xFF;
        boolean fine = true;
        if (opcode == CLOSE) {
            if (come < 2) {
                closeCode = (closeCode << 8) | bits;
            } else {
                fine = reason.next(bits);
            }
        } else if (!isControl()) {
            fine = message.next(bits);
        }
        if (!fine) {
            return NOT_UTF8;
        }
        return ++come == length ? complete() : FINE;
    }

    private int complete() {
        part = Part.FIRST;
        if (opcode == CLOSE) {
            boolean known = length == 0 || mayBeSent(closeCode);
            return known ? (reason.isComplete() ? FINE : NOT_UTF8) : PROTOCOL_ERROR;
        }
        if (opcode == PING) {
            pings++;
        }
        if (isControl()) {
            return FINE;
        }
        open = !last;
        return open || message.isComplete() ? FINE : NOT_UTF8;
    }

    private boolean isControl() {
        return opcode >= CLOSE;
    }

    /** RFC 6455, 7.4, and IANA's registry: the rest is never on the wire. */
    private static boolean mayBeSent(int code) {
        return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
                || (code >= 3000 && code <= 4999);
    }

    /** UTF-8, read a byte at a time (Unicode, table 3-7: no surrogates, nothing overlong, nothing above U+10FFFF). */
    private static final class Utf8 {

        private int missing;
        private int least = 0x80;
        private int most = 0xBF;

        boolean next(int octet) {
            if (missing > 0) {
                boolean fine = octet >= least && octet <= most;
                missing--;
                least = 0x80;
                most = 0xBF;
                return fine;
            }
            if (octet < 0x80) {
                return true;
            }
            missing = octet < 0xE0 ? 1 : (octet < 0xF0 ? 2 : 3);
            least = octet == 0xE0 ? 0xA0 : (octet == 0xF0 ? 0x90 : 0x80);
            most = octet == 0xED ? 0x9F : (octet == 0xF4 ? 0x8F : 0xBF);
            return octet >= 0xC2 && octet <= 0xF4;
        }

        /** Whether it does not end in the middle of a character. */
        boolean isComplete() {
            return missing == 0;
        }
    }
}
