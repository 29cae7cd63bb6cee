package dev.ramah.delivery;

import dev.ramah.platform.Problem;
import dev.ramah.platform.WebAddress;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Calls receivers. It connects to the address that was checked, whatever the name leads to a moment later; redirects are
 * not followed; what is answered is read as far as somebody will want to read it.
 */
@ApplicationScoped
class Wire {

    private static final int MOST_READ = 2_000;

    private static final int MOST_CONNECTIONS = 64;

    private static final int MULTIPLE_CHOICES = 300;
    private static final int BAD_REQUEST = 400;

    private final HttpClient http;
    private final DeliveryConfig config;
    private final Clock clock;

    Wire(Vertx vertx, DeliveryConfig config, Clock clock) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(MOST_CONNECTIONS).setConnectTimeout((int)
                        config.timeout().toMillis()));
        this.config = config;
        this.clock = clock;
    }

    /** Tries once; waits for the answer, but no longer than the time-out. */
    Answer send(Parcel parcel) {
        long began = System.nanoTime();
        AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
        try {
            WebAddress target = WebAddress.of(parcel.address(), config.privateAddresses());
            InetAddress to = target.resolve(config.privateAddresses());
            Got got = http.request(options(target, to, parcel))
                    .onSuccess(open::set)
                    .compose(request -> request.send(Buffer.buffer(parcel.body())))
                    .compose(Wire::read)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(got.status(), millis(began), judged(got.status()), got.body());
        } catch (Problem refused) {
            return new Answer(null, millis(began), refused.detail(), null);
        } catch (UnknownHostException e) {
            return new Answer(null, millis(began), "Not sent: " + line(e), null);
        } catch (TimeoutException e) {
            return new Answer(null, millis(began), "No answer in time.", null);
        } catch (ExecutionException e) {
            return new Answer(
                    null, millis(began), "Not reached: " + line(e.getCause() == null ? e : e.getCause()), null);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer(null, millis(began), "We were stopped.", null);
        } finally {
            HttpClientRequest request = open.get();
            if (request != null) {
                // Whoever goes on talking talks to nobody; of an exchange that is over this changes nothing.
                request.reset();
            }
        }
    }

    private RequestOptions options(WebAddress target, InetAddress to, Parcel parcel) {
        Instant now = clock.instant();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), to.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.isSecure())
                .setURI(target.path())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Ramah")
                .putHeader("Ramah-Event", parcel.event())
                .putHeader("Ramah-Try", String.valueOf(parcel.tries()))
                .putHeader("Ramah-Timestamp", String.valueOf(now.getEpochSecond()))
                .putHeader("Ramah-Signature", new Signature(parcel.secret()).of(now, parcel.body()));
    }

    private record Got(int status, String body) {}

    private static Future<Got> read(HttpClientResponse response) {
        Promise<Got> promise = Promise.promise();
        Buffer read = Buffer.buffer();
        response.exceptionHandler(cut -> promise.tryComplete(got(response, read)));
        response.endHandler(end -> promise.tryComplete(got(response, read)));
        response.handler(some -> {
            read.appendBuffer(some.slice(0, Math.min(some.length(), MOST_READ - Math.min(MOST_READ, read.length()))));
            if (read.length() >= MOST_READ) {
                promise.tryComplete(got(response, read));
            }
        });
        return promise.future();
    }

    private static Got got(HttpClientResponse response, Buffer read) {
        String text = new String(read.getBytes(), StandardCharsets.UTF_8);
        return new Got(response.statusCode(), text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "));
    }

    private static @Nullable String judged(int status) {
        if (status >= MULTIPLE_CHOICES && status < BAD_REQUEST) {
            return "It answered " + status + ": redirects are not followed.";
        }
        return status / 100 == 2 ? null : "It answered " + status + ".";
    }

    private static String line(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).replaceAll("\\p{Cntrl}", " ");
        return message.substring(0, Math.min(message.length(), 300));
    }

    private static int millis(long began) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
