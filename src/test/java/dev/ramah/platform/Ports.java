package dev.ramah.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that go and come back. */
public final class Ports {

    private static final int FROM = 20_000;

    /** Where Linux begins to give ports to whoever connects. */
    private static final int TO = 32_768;

    private static final int ATTEMPTS = 100;

    private Ports() {}

    /**
     * One below those that the system gives to whoever connects: a client that tries to come back while nothing listens
     * may be given the very port it calls, and then talks to itself while the server can't start.
     */
    public static int free() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // The next one may be free.
            }
        }
        throw new IOException("No port is free.");
    }
}
