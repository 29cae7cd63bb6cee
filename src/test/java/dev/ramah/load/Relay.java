package dev.ramah.load;

import dev.ramah.platform.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** The bare relay of {@code src/test/relay}, as a process of its own: built when it is missing. */
final class Relay implements Server {

    private static final Path JAR = Path.of("target", "relay", "quarkus-app", "quarkus-run.jar");
    private static final String ANSWER = "\"type\":\"welcome\"";

    private final Vertx vertx;
    private final Process process;
    private final int port;

    private Relay(Vertx vertx, Process process, int port) {
        this.vertx = vertx;
        this.process = process;
        this.port = port;
    }

    static Relay start(Vertx vertx) throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            build();
        }
        int port = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the application has it.
                "-Xmx700m",
                "-jar",
                JAR.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.redirectErrorStream(true);
        builder.redirectOutput(Path.of("target", "relay", "out.log").toFile());
        Relay relay = new Relay(vertx, builder.start(), port);
        relay.awaitListening();
        return relay;
    }

    /** By the Maven that runs us; from what is on this machine, if that is enough. */
    private static void build() throws IOException, InterruptedException {
        for (String where : List.of("-o", "-U")) {
            ProcessBuilder maven = new ProcessBuilder(
                    Path.of(System.getProperty("load.maven"), "bin", "mvn").toString(),
                    "-q",
                    "-B",
                    where,
                    "-f",
                    Path.of("src", "test", "relay", "pom.xml").toString(),
                    "-Dquarkus.version=" + System.getProperty("load.quarkus"),
                    "package");
            maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
            maven.redirectErrorStream(true);
            maven.redirectOutput(Path.of("target", "relay-build.log").toFile());
            Process building = maven.start();
            try {
                if (building.waitFor(5, TimeUnit.MINUTES) && building.exitValue() == 0) {
                    return;
                }
            } finally {
                building.destroy();
            }
        }
        throw new IllegalStateException("The relay could not be built, see target/relay-build.log");
    }

    private void awaitListening() {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (process.isAlive() && System.nanoTime() < until) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        close();
        throw new IllegalStateException("The relay did not start, see target/relay/out.log");
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public Cpu cpu() {
        return new Cpu(Cpu.of(pid()), 0);
    }

    @Override
    public Talks talks(int conversations, int agents, Duration tick) throws InterruptedException {
        Talks talks = new Talks(vertx, tick);
        List<Future<WebSocket>> desks = new ArrayList<>();
        for (int agent = 0; agent < agents; agent++) {
            int of = agent;
            List<String> hellos = IntStream.range(0, conversations)
                    .filter(room -> room % agents == of)
                    .mapToObj(room -> hello("talk-" + room))
                    .toList();
            desks.add(talks.open(door(hellos), true));
        }
        List<Future<WebSocket>> chats = IntStream.range(0, conversations)
                .mapToObj(room -> talks.open(door(List.of(hello("talk-" + room))), false))
                .toList();
        List<WebSocket> theirs = Wires.await(desks);
        List<WebSocket> customers = Wires.await(chats);
        for (int room = 0; room < conversations; room++) {
            String says = "{\"type\":\"say\",\"conversation\":\"talk-" + room + "\",\"clientId\":\"";
            talks.add(customers.get(room), says, theirs.get(room % agents), says);
        }
        return talks;
    }

    @Override
    public List<Wires.Door> customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> door(List.of(hello("idle-" + each))))
                .toList();
    }

    private Wires.Door door(List<String> hellos) {
        return new Wires.Door(port, "/relay", hellos, ANSWER, hellos.size());
    }

    private static String hello(String room) {
        return "{\"type\":\"hello\",\"conversation\":\"" + room + "\"}";
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
