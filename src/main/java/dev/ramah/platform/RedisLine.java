package dev.ramah.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis that comes back by itself, after pauses that grow. A Redis that is there but does not
 * answer (its machine is gone, the network is cut) is found out by asking.
 */
final class RedisLine {

    private static final Logger LOG = Logger.getLogger(RedisLine.class);

    private static final int CONNECT_MILLIS = 2_000;
    private static final long ASK_EVERY_MILLIS = 3_000;
    private static final long ANSWER_WITHIN_MILLIS = 2_000;
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Vertx vertx;
    private final RedisOptions options;
    private final List<Request> greeting;
    private final Consumer<Response> heard;

    private @Nullable Redis client;
    private @Nullable RedisConnection connection;
    private long pause = SHORTEST_PAUSE_MILLIS;
    private boolean told;
    private boolean closed;

    /**
     * A line that is not open yet.
     *
     * @param greeting sent on each connection, first of all
     * @param heard what Redis says without being asked; called on an event loop
     */
    RedisLine(Vertx vertx, String url, List<Request> greeting, Consumer<Response> heard) {
        this.vertx = vertx;
        this.greeting = greeting;
        this.heard = heard;
        // The older protocol is all we need, and every Redis speaks it.
        this.options = new RedisOptions()
                .setConnectionString(url)
                .setProtocolNegotiation(false)
                .setNetClientOptions(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
    }

    synchronized void open() {
        if (closed) {
            return;
        }
        Redis fresh = Redis.createClient(vertx, options);
        client = fresh;
        fresh.connect().onSuccess(made -> opened(fresh, made)).onFailure(fault -> lost(fresh, fault.toString()));
    }

    synchronized void close() {
        closed = true;
        connection = null;
        if (client != null) {
            client.close();
        }
    }

    /** The answer; fails at once while Redis is away. */
    Future<Response> send(Request request) {
        @Nullable RedisConnection now = now();
        return now == null ? Future.failedFuture("Redis is away") : now.send(request);
    }

    boolean isThere() {
        return now() != null;
    }

    private synchronized @Nullable RedisConnection now() {
        return connection;
    }

    private synchronized void opened(Redis from, RedisConnection fresh) {
        if (closed || from != client) {
            from.close();
            return;
        }
        connection = fresh;
        fresh.handler(heard::accept);
        fresh.endHandler(end -> lost(from, "it closed the connection"));
        fresh.exceptionHandler(fault -> lost(from, fault.toString()));
        greeting.forEach(each -> fresh.send(each).onFailure(fault -> lost(from, fault.toString())));
        ask(from, fresh);
        if (told) {
            LOG.info("Redis is back.");
            told = false;
        }
    }

    private synchronized void lost(Redis from, String why) {
        if (closed || from != client) {
            return;
        }
        if (!told) {
            LOG.warnf("Redis is away (%s); nodes hear of each other through the database, a little later.", why);
            told = true;
        }
        client = null;
        connection = null;
        // Not from within the client's own handler.
        vertx.runOnContext(later -> from.close());
        // Nodes that lost it in the same moment don't come back in the same moment.
        vertx.setTimer(pause + ThreadLocalRandom.current().nextLong(pause), again -> open());
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }

    private void ask(Redis from, RedisConnection on) {
        long late = vertx.setTimer(ANSWER_WITHIN_MILLIS, noAnswer -> lost(from, "it does not answer"));
        on.send(Request.cmd(Command.PING)).onComplete(answer -> {
            if (!vertx.cancelTimer(late)) {
                return;
            }
            if (answer.failed()) {
                lost(from, answer.cause().toString());
                return;
            }
            answered();
            // Where somebody listens, what comes next may be news rather than the answer; as a sign of life it is as
            // good.
            heard.accept(answer.result());
            vertx.setTimer(ASK_EVERY_MILLIS, again -> {
                if (now() == on) {
                    ask(from, on);
                }
            });
        });
    }

    private synchronized void answered() {
        pause = SHORTEST_PAUSE_MILLIS;
    }
}
