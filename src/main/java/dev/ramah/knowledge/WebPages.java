package dev.ramah.knowledge;

import dev.ramah.platform.Digests;
import dev.ramah.platform.Problem;
import dev.ramah.platform.TextLines;
import dev.ramah.platform.WebAddress;
import dev.ramah.staff.Settings;
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
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from pages of the web. Only from hosts that an administrator listed, and from none of this machine or its
 * network: each address, also one that another leads to, is resolved once, checked, and connected to as it was checked. A
 * page has a bound in size and time; nothing that it names is loaded, and nothing of ours is sent along.
 */
@ApplicationScoped
class WebPages {

    /** Addresses in one call; whoever has more calls again, and sees how far it is. */
    static final int MOST = 20;

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_CONNECTIONS = 8;
    private static final int LONGEST_KEY = 150;

    private final HttpClient http;
    private final PagesConfig config;
    private final Supplier<ArticleHosts> hosts;

    @Inject
    WebPages(Vertx vertx, PagesConfig config, Settings settings, ArticleHostsSetting setting) {
        this(vertx, config, () -> settings.of(setting));
    }

    WebPages(Vertx vertx, PagesConfig config, Supplier<ArticleHosts> hosts) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setKeepAlive(false)
                .setConnectTimeout((int) config.timeout().toMillis()));
        this.config = config;
        this.hosts = hosts;
    }

    /**
     * The articles of these addresses, a line each; what begins with {@code #} is a remark (RFC 2483). A page that can't be
     * read is told with the reason.
     *
     * @throws Problem TOO_LONG if there are more than {@value #MOST}
     */
    Stream<Incoming> articles(InputStream addresses, @Nullable String language) {
        List<TextLines.Line> lines = TextLines.all(addresses, LONGEST_ADDRESS).stream()
                .filter(each ->
                        each.text() == null || !(each.isBlank() || each.text().startsWith("#")))
                .toList();
        if (lines.size() > MOST) {
            throw new Problem(Problem.Code.TOO_LONG, "More than " + MOST + " addresses; send the others after them.");
        }
        return lines.stream().flatMap(each -> articles(each, language).stream());
    }

    private List<Incoming> articles(TextLines.Line line, @Nullable String language) {
        if (line.text() == null) {
            return List.of(Incoming.rejected(null, line.number(), "longer than " + LONGEST_ADDRESS + " characters"));
        }
        String address = line.text().strip();
        try {
            return read(address).articles(language).stream()
                    .map(each -> each.at(address, line.number()))
                    .toList();
        } catch (Problem refused) {
            return List.of(Incoming.rejected(address, line.number(), refused.detail()));
        }
    }

    /** What came, and from where in the end. */
    private record Page(WebAddress from, String type, Buffer content) {

        List<Incoming> articles(@Nullable String language) {
            String kind = type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
            return switch (kind) {
                case "text/html", "application/xhtml+xml", "" ->
                    HtmlArticles.read(key(from), content.getBytes(), charset(), from.uri(), language);
                case "text/markdown", "text/x-markdown", "text/plain" ->
                    ZippedArticles.file(key(from) + ".md", content.getBytes(), language);
                default -> throw Problem.invalid("it is neither a page nor Markdown, but " + kind);
            };
        }

        private @Nullable String charset() {
            String[] parts = type.toLowerCase(Locale.ROOT).split("charset=", 2);
            return parts.length < 2 ? null : parts[1].replaceAll("[\"';].*|\\s", "");
        }
    }

    /** Host and path, so that the same address is the same article next time. */
    static String key(WebAddress address) {
        String path = address.uri().getPath() == null ? "" : address.uri().getPath();
        String query =
                address.uri().getQuery() == null ? "" : "-" + address.uri().getQuery();
        String clean = (path + query).replaceAll("[^\\p{L}\\p{N}./_-]+", "-").replaceAll("/+$|\\.(html?|md)$", "");
        String key = address.host().toLowerCase(Locale.ROOT) + (clean.isEmpty() ? "/index" : clean);
        return key.length() <= LONGEST_KEY
                ? key
                : key.substring(0, LONGEST_KEY) + "-" + Digests.sha256(key).substring(0, 12);
    }

    private Page read(String typed) {
        long until = System.nanoTime() + config.timeout().toNanos();
        WebAddress at = address(typed);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Got got = get(at, until);
            if (got.location() == null) {
                return new Page(at, got.type(), got.content());
            }
            WebAddress next = address(resolved(at, got.location()));
            if (at.isSecure() && !next.isSecure()) {
                throw Problem.invalid("it leads to an address without TLS");
            }
            at = next;
        }
        throw Problem.invalid("it leads from one address to the next");
    }

    private static WebAddress address(String typed) {
        return WebAddress.of(typed.replaceFirst("#.*", ""), true);
    }

    private static String resolved(WebAddress at, String location) {
        try {
            return at.uri().resolve(location.strip()).toString();
        } catch (IllegalArgumentException noAddress) {
            throw Problem.invalid("it leads to what is no address");
        }
    }

    /** One answer; a location where it leads elsewhere. */
    private record Got(@Nullable String location, String type, Buffer content) {}

    private Got get(WebAddress at, long until) {
        ArticleHosts listed = hosts.get();
        if (listed.isEmpty()) {
            throw Problem.invalid("no host is listed yet; administrators list them under Settings, Pages by address");
        }
        if (!listed.allows(at)) {
            throw Problem.invalid(at.host() + " is not among the hosts that administrators listed");
        }
        AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
        try {
            InetAddress to = at.resolve(config.privateAddresses());
            return http.request(options(at, to))
                    .onSuccess(open::set)
                    .compose(HttpClientRequest::send)
                    .compose(WebPages::read)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (UnknownHostException e) {
            throw Problem.invalid("not asked: " + plain(e));
        } catch (TimeoutException e) {
            throw Problem.invalid("it took longer than " + config.timeout().toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Problem told
                    ? told
                    : Problem.invalid("not reached: " + plain(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.invalid("we were stopped");
        } finally {
            HttpClientRequest request = open.get();
            if (request != null) {
                // Whoever goes on talking talks to nobody.
                request.reset();
            }
        }
    }

    private static RequestOptions options(WebAddress at, InetAddress to) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(at.port(), to.getHostAddress()))
                .setHost(at.host())
                .setPort(at.port())
                .setSsl(at.isSecure())
                .setURI(at.path())
                .setFollowRedirects(false)
                .putHeader("Accept", "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.5")
                .putHeader("Accept-Encoding", "identity")
                .putHeader("User-Agent", "Ramah");
    }

    private static Future<Got> read(HttpClientResponse response) {
        Promise<Got> promise = Promise.promise();
        // Also of an answer that nobody reads to its end: it is broken off by ourselves then.
        response.exceptionHandler(cut -> promise.tryFail(Problem.invalid("it broke off")));
        int status = response.statusCode();
        String location = response.getHeader("Location");
        if (status / 100 == 3 && location != null) {
            return Future.succeededFuture(new Got(location, "", Buffer.buffer()));
        }
        if (status != 200) {
            return Future.failedFuture(Problem.invalid("it answered " + status));
        }
        String packed = response.getHeader("Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            return Future.failedFuture(Problem.invalid("it came packed, which nobody asked for"));
        }
        String type = response.getHeader("Content-Type");
        Buffer content = Buffer.buffer();
        response.endHandler(end -> promise.tryComplete(new Got(null, type == null ? "" : type, content)));
        response.handler(some -> {
            if (content.length() + some.length() > Lines.LONGEST) {
                promise.tryFail(Problem.invalid("longer than " + Lines.LONGEST + " bytes"));
            } else {
                content.appendBuffer(some);
            }
        });
        return promise.future();
    }

    private static String plain(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).replaceAll("\\p{Cntrl}", " ");
        return message.substring(0, Math.min(message.length(), 200));
    }
}
