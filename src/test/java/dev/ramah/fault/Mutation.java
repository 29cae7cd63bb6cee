package dev.ramah.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes wrong frames from right ones, the same from the same seed. */
final class Mutation {

    private final Random random;
    private final List<String> values;

    Mutation(long seed, List<String> values) {
        this.random = new Random(seed);
        this.values = values;
    }

    /** True once in so many times. */
    boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A frame of which the words are wrong in one to four places. */
    String ofText(String valid) {
        StringBuilder text = new StringBuilder(valid);
        for (int n = random.nextInt(4); n >= 0 && !text.isEmpty(); n--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(8));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x300));
                case 3 ->
                    text.insert(at, oneOf(List.of("\"", "{", "}", "[", "]", ",", ":", "\\", "\0", "\uD800", "e9")));
                case 4 -> text.insert(at, oneOf(values));
                default -> {
                    int colon = text.indexOf(":", at);
                    if (colon > 0) {
                        int next = text.indexOf(",", colon);
                        int stop = next < 0 ? Math.max(colon + 1, text.length() - 1) : next;
                        text.replace(colon + 1, stop, oneOf(values));
                    }
                }
            }
        }
        return text.toString();
    }

    /** A frame of which the words are right, or nearly, and the framing is wrong or odd. */
    byte[] ofBytes(String valid) {
        byte[] words = (chance(2) ? valid : ofText(valid)).getBytes(UTF_8);
        return switch (random.nextInt(5)) {
            case 0 -> inPieces(words);
            case 1 -> flipped(RawSocket.frame(true, 0, RawSocket.TEXT, true, words), 2);
            case 2 -> flipped(RawSocket.frame(true, 0, RawSocket.TEXT, true, words), words.length);
            case 3 -> RawSocket.frame(chance(2), random.nextInt(8), random.nextInt(16), !chance(4), words);
            default -> {
                byte[] frame = RawSocket.frame(true, 0, RawSocket.TEXT, true, words);
                yield Arrays.copyOf(frame, 1 + random.nextInt(frame.length));
            }
        };
    }

    private byte[] inPieces(byte[] words) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        int at = 0;
        while (at < words.length) {
            int end = Math.min(words.length, at + 1 + random.nextInt(20));
            frames.writeBytes(RawSocket.frame(
                    end == words.length,
                    0,
                    at == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION,
                    true,
                    Arrays.copyOfRange(words, at, end)));
            at = end;
        }
        return frames.toByteArray();
    }

    /** One bit within the first so many bytes is another one. */
    private byte[] flipped(byte[] frame, int within) {
        frame[random.nextInt(Math.min(Math.max(1, within), frame.length))] ^= (byte) (1 << random.nextInt(8));
        return frame;
    }
}
