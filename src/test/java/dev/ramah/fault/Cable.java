package dev.ramah.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stretch of network between somebody who connects here and a port of this machine, in the hands of a test. What
 * happens to it happens to the lines that are open and to those that come.
 */
final class Cable implements AutoCloseable {

    /** What becomes of the bytes. */
    enum State {
        SOUND,
        /** What goes to the server is held up, and nobody is told. */
        DEAF,
        /** What comes from the server is held up, and nobody is told. */
        DUMB,
        /** Nothing passes in either direction, and nobody is told. */
        HALF_OPEN,
        /** Lines break at once, and new ones are refused. */
        CUT
    }

    private static final int CHUNK = 16 * 1024;

    private final ServerSocket door;
    private final int to;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger untilLost = new AtomicInteger();
    private volatile State state = State.SOUND;
    private volatile String fatal = "";
    private volatile int bytesPerSecond;

    /** A sound one to this port. */
    Cable(int to) throws IOException {
        this.to = to;
        this.door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        thread("cable", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** What was held up goes on when it is sound again, as a network sends again what it lost. */
    synchronized void become(State next) {
        state = next;
        if (next == State.CUT) {
            lines.forEach(Line::cut);
        }
        notifyAll();
    }

    /** From now on a client reads no faster than this; 0 for as fast as it can. */
    void trickles(int bytes) {
        bytesPerSecond = bytes;
    }

    /**
     * The server's answer with these words is lost, and the line breaks.
     *
     * @param number which of them, from now on: 1 for the next
     */
    void loses(String answer, int number) {
        fatal = answer;
        untilLost.set(number);
    }

    /** Whether an answer is still to be lost. */
    boolean hasToLose() {
        return untilLost.get() > 0;
    }

    @Override
    public void close() throws IOException {
        door.close();
        become(State.CUT);
    }

    private void accept() {
        while (!door.isClosed()) {
            Socket client;
            try {
                client = door.accept();
            } catch (IOException closed) {
                return;
            }
            thread("cable-connect", () -> connect(client));
        }
    }

    private void connect(Socket client) {
        try {
            if (state == State.CUT) {
                cut(client);
                return;
            }
            if (bytesPerSecond > 0) {
                // Otherwise the operating system reads on for whoever reads slowly.
                client.setSendBufferSize(4096);
            }
            Socket server = new Socket();
            if (bytesPerSecond > 0) {
                server.setReceiveBufferSize(4096);
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
            new Line(client, server).begin();
        } catch (IOException e) {
            cut(client);
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** With a reset, as when a machine is gone: the other side does not get to read what was under way. */
    private static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }

    /** One connection through the cable. */
    private final class Line {

        private final Socket client;
        private final Socket server;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void begin() throws IOException {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            lines.add(this);
            thread("cable-up", () -> carry(client, server, true));
            thread("cable-down", () -> carry(server, client, false));
            if (state == State.CUT) {
                cut();
            }
        }

        void cut() {
            Cable.cut(client);
            Cable.cut(server);
            lines.remove(this);
        }

        private void carry(Socket from, Socket to, boolean up) {
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n; (n = in.read(chunk, 0, size(up))) >= 0; ) {
                    holdUp(up);
                    if (!up && isFatal(chunk, n)) {
                        break;
                    }
                    out.write(chunk, 0, n);
                    pace(up, n);
                }
            } catch (IOException gone) {
                // One side has hung up: so does the other.
            }
            // In a half-open network even the end of the other side is not heard of.
            holdUp(up);
            cut();
        }

        private boolean isFatal(byte[] chunk, int length) {
            return hasToLose()
                    && new String(chunk, 0, length, StandardCharsets.ISO_8859_1).contains(fatal)
                    && untilLost.decrementAndGet() == 0;
        }
    }

    private int size(boolean up) {
        return up || bytesPerSecond == 0 ? CHUNK : Math.min(CHUNK, bytesPerSecond);
    }

    private void pace(boolean up, int bytes) {
        if (!up && bytesPerSecond > 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(1000L * bytes / bytesPerSecond);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void holdUp(boolean up) {
        while (isHeldUp(up)) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isHeldUp(boolean up) {
        return switch (state) {
            case HALF_OPEN -> true;
            case DEAF -> up;
            case DUMB -> !up;
            default -> false;
        };
    }
}
