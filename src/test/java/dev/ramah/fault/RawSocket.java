package dev.ramah.fault;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** A websocket client without manners: sends whatever bytes it is told to (RFC 6455). */
final class RawSocket implements AutoCloseable {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** What a line is said to have been closed with that broke without a close frame. */
    static final int BROKEN = 1006;

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final List<String> texts = new ArrayList<>();
    private int pongs;

    /** What came instead of the text that was waited for. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final int code;

        Closed(int code) {
            super("Closed with " + code);
            this.code = code;
        }
    }

    @SuppressWarnings("AddressSelection") // this machine, and nothing else
    RawSocket(int port, String path) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
        out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("No upgrade: " + head);
        }
    }

    RawSocket write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException gone) {
            // The answer is what counts, and it may have come before.
        }
        return this;
    }

    RawSocket text(String text) {
        return write(frame(true, 0, TEXT, true, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The bytes of one frame. */
    static byte[] frame(boolean last, int reserved, int opcode, boolean masked, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((last ? 0x80 : 0) | (reserved << 4) | opcode);
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            bytes.write(mask | payload.length);
        } else if (payload.length < 65_536) {
            bytes.write(mask | 126);
            bytes.write(payload.length >> 8);
            bytes.write(payload.length);
        } else {
            bytes.write(mask | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes.write((int) ((long) payload.length >> shift));
            }
        }
        byte[] key = new byte[4];
        if (masked) {
            ThreadLocalRandom.current().nextBytes(key);
            bytes.writeBytes(key);
        }
        for (int i = 0; i < payload.length; i++) {
            bytes.write(payload[i] ^ key[i % 4]);
        }
        return bytes.toByteArray();
    }

    /**
     * The first text that comes and is this.
     *
     * @throws Closed if the line is closed before
     */
    String await(Predicate<String> wanted) {
        while (true) {
            String text = next();
            if (wanted.test(text)) {
                return text;
            }
        }
    }

    /** The code with which the server closes, or {@link #BROKEN}. */
    int awaitClose() {
        try {
            await(any -> false);
        } catch (Closed closed) {
            return closed.code;
        }
        throw new AssertionError("It goes on for ever");
    }

    /** Waits until this many pings were answered. */
    void awaitPongs(int many) throws IOException {
        while (pongs < many) {
            read();
        }
    }

    /** All texts that came. */
    List<String> texts() {
        return texts;
    }

    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    private String next() {
        try {
            int before = texts.size();
            while (texts.size() == before) {
                read();
            }
            return texts.get(texts.size() - 1);
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("Neither an answer nor an end. What came: " + texts, silent);
        } catch (IOException broken) {
            throw new Closed(BROKEN);
        }
    }

    private void read() throws IOException {
        int first = in.readUnsignedByte();
        long length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = in.readNBytes((int) length);
        if (payload.length < length) {
            throw new EOFException();
        }
        switch (first & 0x0F) {
            case TEXT -> texts.add(new String(payload, StandardCharsets.UTF_8));
            case PING -> write(frame(true, 0, PONG, true, payload));
            case PONG -> pongs++;
            case CLOSE ->
                throw new Closed(payload.length < 2 ? 1005 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF));
            default -> {}
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
