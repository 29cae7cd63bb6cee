package dev.ramah.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ramah.cast.Visitor;
import dev.ramah.platform.OpenSockets;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames that no browser sends: each line gets its answer or its end, and nobody else notices. */
@RamahTest
class FramesTest {

    private static final String PING = "{\"type\":\"ping\"}";

    @Inject
    OpenSockets sockets;

    private final LogWatch log = new LogWatch();
    private Visitor tom;
    private RawSocket rude;
    private int before;

    @BeforeEach
    void tomIsHereAndSomebodyRude() throws IOException {
        log.begin();
        before = sockets.count();
        tom = Visitor.tom();
        rude = new RawSocket(RestAssured.port, "/ws/chat");
    }

    @AfterEach
    void theOthersNoticeNothingAndNothingIsLeft() throws IOException {
        assertEquals("entry", tom.says("Still here").path("type").asText());
        tom.close();
        rude.close();
        Patience.until("all sockets are gone", () -> sockets.count() <= before);
        log.endsWithoutAFault();
    }

    static Stream<Arguments> violations() {
        byte[] hi = PING.getBytes(UTF_8);
        byte[] half = "€".getBytes(UTF_8);
        return Stream.of(
                arguments("reserved opcode 3", 1002, frame(true, 0, 3, hi)),
                arguments("reserved opcode 7", 1002, frame(true, 0, 7, hi)),
                arguments("reserved control opcode 11", 1002, frame(true, 0, 11, hi)),
                arguments("reserved control opcode 15", 1002, frame(true, 0, 15, hi)),
                arguments("first reserved bit without compression", 1002, frame(true, 4, RawSocket.TEXT, hi)),
                arguments("second reserved bit", 1002, frame(true, 2, RawSocket.TEXT, hi)),
                arguments("third reserved bit", 1002, frame(true, 1, RawSocket.TEXT, hi)),
                arguments("all reserved bits on a ping", 1002, frame(true, 7, RawSocket.PING, hi)),
                arguments("not masked", 1002, RawSocket.frame(true, 0, RawSocket.TEXT, false, hi)),
                arguments("ping of 126 bytes", 1002, frame(true, 0, RawSocket.PING, new byte[126])),
                arguments("close of 126 bytes", 1002, frame(true, 0, RawSocket.CLOSE, new byte[126])),
                arguments("fragmented ping", 1002, frame(false, 0, RawSocket.PING, hi)),
                arguments("fragmented close", 1002, frame(false, 0, RawSocket.CLOSE, new byte[0])),
                arguments("continuation of nothing", 1002, frame(true, 0, RawSocket.CONTINUATION, hi)),
                arguments(
                        "a text within a text",
                        1002,
                        all(frame(false, 0, RawSocket.TEXT, hi), frame(true, 0, RawSocket.TEXT, hi))),
                arguments("a length below zero", 1002, HexFormat.of().parseHex("81ffffffffffffffffff00000000")),
                arguments(
                        "bad UTF-8",
                        1007,
                        frame(true, 0, RawSocket.TEXT, HexFormat.of().parseHex("7bc328"))),
                arguments(
                        "a surrogate in UTF-8",
                        1007,
                        frame(true, 0, RawSocket.TEXT, HexFormat.of().parseHex("eda080"))),
                arguments(
                        "overlong UTF-8",
                        1007,
                        frame(true, 0, RawSocket.TEXT, HexFormat.of().parseHex("c0af"))),
                arguments("half a character at the end", 1007, frame(true, 0, RawSocket.TEXT, Arrays.copyOf(half, 2))),
                arguments(
                        "bad UTF-8 across fragments",
                        1007,
                        all(
                                frame(false, 0, RawSocket.TEXT, Arrays.copyOf(half, 1)),
                                frame(true, 0, RawSocket.CONTINUATION, "x".getBytes(UTF_8)))),
                arguments(
                        "bad UTF-8 in a close", 1007, close(1000, HexFormat.of().parseHex("c328"))),
                arguments("close with one byte", 1002, frame(true, 0, RawSocket.CLOSE, new byte[1])),
                arguments("close with 999", 1002, close(999, new byte[0])),
                arguments("close with 1005", 1002, close(1005, new byte[0])),
                arguments("close with 1006", 1002, close(1006, new byte[0])),
                arguments("close with 1016", 1002, close(1016, new byte[0])),
                arguments("close with 5000", 1002, close(5000, new byte[0])),
                arguments("one frame of 65 KiB", 1009, frame(true, 0, RawSocket.TEXT, new byte[65 * 1024 + 1])),
                arguments("a frame that says it has 4 GiB", 1009, HexFormat.of().parseHex("81ff0000000100000000")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void aViolationEndsItsLineWithItsCode(String name, int code, byte[] bytes) {
        rude.write(bytes);
        assertEquals(code, rude.awaitClose(), name);
    }

    @Test
    void anOrderlyCloseIsAnsweredWithTheSame() {
        rude.write(close(1000, "bye".getBytes(UTF_8)));
        assertEquals(1000, rude.awaitClose());
    }

    @Test
    void binaryFramesAreNoWords() {
        rude.write(frame(true, 0, RawSocket.BINARY, PING.getBytes(UTF_8)));
        assertEquals(1003, rude.awaitClose());
    }

    @Test
    void aByteAtATimeIsSlowButRight() {
        for (byte each : frame(true, 0, RawSocket.TEXT, PING.getBytes(UTF_8))) {
            rude.write(new byte[] {each});
        }
        rude.await(text -> text.contains("pong"));
    }

    @Test
    void aCharacterMayBeSplitOverFragments() {
        byte[] words = "{\"type\":\"ping\",\"x\":\"€\"}".getBytes(UTF_8);
        for (int i = 0; i < words.length; i++) {
            rude.write(frame(
                    i == words.length - 1, 0, i == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION, new byte[] {words[i]}));
        }
        rude.await(text -> text.contains("pong"));
    }

    @Test
    void threeHundredFragmentedMessagesAreAllAnswered() {
        byte[] words = PING.getBytes(UTF_8);
        for (int i = 0; i < 300; i++) {
            rude.write(all(
                    frame(false, 0, RawSocket.TEXT, Arrays.copyOf(words, 5)),
                    // A control frame may stand between fragments.
                    frame(true, 0, RawSocket.PING, new byte[0]),
                    frame(true, 0, RawSocket.CONTINUATION, Arrays.copyOfRange(words, 5, words.length))));
            rude.await(text -> text.contains("pong"));
        }
        assertEquals(300, rude.texts().size());
    }

    @Test
    void fragmentsWithoutAnEndEndAtSixtyFourKibibytes() {
        rude.write(frame(false, 0, RawSocket.TEXT, new byte[1024]));
        for (int i = 0; i < 70; i++) {
            rude.write(frame(false, 0, RawSocket.CONTINUATION, new byte[1024]));
        }
        assertEquals(1009, rude.awaitClose());
    }

    @Test
    void aFloodOfPingsIsAnsweredAndHarmsNobody() throws IOException {
        for (int i = 0; i < 100; i++) {
            ByteArrayOutputStream hundred = new ByteArrayOutputStream();
            for (int n = 0; n < 100; n++) {
                hundred.writeBytes(frame(true, 0, RawSocket.PING, new byte[125]));
            }
            rude.write(hundred.toByteArray());
            rude.awaitPongs((i + 1) * 100);
        }
        rude.text(PING);
        assertTrue(rude.await(text -> text.contains("pong")).contains("pong"));
    }

    private static byte[] frame(boolean last, int reserved, int opcode, byte[] payload) {
        return RawSocket.frame(last, reserved, opcode, true, payload);
    }

    private static byte[] close(int code, byte[] reason) {
        return frame(true, 0, RawSocket.CLOSE, all(new byte[] {(byte) (code >> 8), (byte) code}, reason));
    }

    private static byte[] all(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            all.writeBytes(each);
        }
        return all.toByteArray();
    }
}
