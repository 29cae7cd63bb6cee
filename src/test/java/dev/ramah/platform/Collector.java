package dev.ramah.platform;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** What a collector of traces hears over OTLP (its protobuf, as far as spans go), on this machine only. */
public final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<Span> spans = new ArrayList<>();

    /** One span; ids are hex, the parent's is empty at the root, times are nanoseconds since 1970. */
    public record Span(
            String trace, String id, String parent, String name, long from, long to, Map<String, String> attributes) {}

    public Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", call -> {
            InputStream body = call.getRequestBody();
            byte[] bytes = "gzip".equals(call.getRequestHeaders().getFirst("Content-Encoding"))
                    ? new GZIPInputStream(body).readAllBytes()
                    : body.readAllBytes();
            List<Span> heard = read(bytes);
            synchronized (spans) {
                spans.addAll(heard);
                spans.notifyAll();
            }
            call.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Everything it heard so far, as soon as this is so. */
    public List<Span> await(Predicate<List<Span>> wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        synchronized (spans) {
            while (!wanted.test(spans)) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("It never came. What came: " + spans);
                }
                spans.wait(left);
            }
            return List.copyOf(spans);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static List<Span> read(byte[] request) {
        List<Span> spans = new ArrayList<>();
        for (Field ofResource : fields(request)) {
            for (Field ofScope : fields(ofResource.bytes())) {
                if (ofScope.number() == 2) {
                    fields(ofScope.bytes()).stream()
                            .filter(each -> each.number() == 2)
                            .forEach(each -> spans.add(span(each.bytes())));
                }
            }
        }
        return spans;
    }

    private static Span span(byte[] message) {
        String trace = "";
        String id = "";
        String parent = "";
        String name = "";
        long from = 0;
        long to = 0;
        Map<String, String> attributes = new TreeMap<>();
        for (Field field : fields(message)) {
            switch (field.number()) {
                case 1 -> trace = HexFormat.of().formatHex(field.bytes());
                case 2 -> id = HexFormat.of().formatHex(field.bytes());
                case 4 -> parent = HexFormat.of().formatHex(field.bytes());
                case 5 -> name = field.text();
                case 7 -> from = field.number64();
                case 8 -> to = field.number64();
                case 9 -> {
                    List<Field> pair = fields(field.bytes());
                    attributes.put(pair.get(0).text(), pair.get(1).text());
                }
                default -> {
                    // Nothing of ours.
                }
            }
        }
        return new Span(trace, id, parent, name, from, to, attributes);
    }

    private static final class Field {
        private final int number;
        private final byte[] bytes;

        Field(int number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        int number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        long number64() {
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        }
    }

    /** Protobuf's wire format: a tag of number and type, then a varint, 8 bytes, a length with so many bytes, or 4 bytes. */
    private static List<Field> fields(byte[] message) {
        ByteArrayInputStream in = new ByteArrayInputStream(message);
        List<Field> fields = new ArrayList<>();
        while (in.available() > 0) {
            long tag = varint(in);
            int length =
                    switch ((int) (tag & 7)) {
                        case 1 -> 8;
                        case 2 -> (int) varint(in);
                        case 5 -> 4;
                        default -> {
                            varint(in);
                            yield 0;
                        }
                    };
            byte[] bytes = new byte[length];
            int read = in.readNBytes(bytes, 0, length);
            if (read < length) {
                throw new IllegalArgumentException("cut off");
            }
            fields.add(new Field((int) (tag >> 3), bytes));
        }
        return fields;
    }

    private static long varint(InputStream in) {
        try {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                int next = in.read();
                value |= (long) (next & 0x7f) << shift;
                if (next < 0x80) {
                    return value;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
