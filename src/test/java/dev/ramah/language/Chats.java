package dev.ramah.language;

import dev.ramah.platform.Ticks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;

/** Chat models for tests, without the rest of the application. */
final class Chats {

    private Chats() {}

    static ChatModel open(ChatConfig.Provider provider, String url) {
        return open(provider, url, Duration.ofSeconds(30), new Ticks());
    }

    static ChatModel open(ChatConfig.Provider provider, String url, Duration timeout, Ticks ticks) {
        return new ChatModel(
                config(Optional.of(provider), url, timeout), new ChatMeters(new SimpleMeterRegistry()), ticks);
    }

    static ChatModel none() {
        return new ChatModel(
                config(Optional.empty(), "", Duration.ofSeconds(1)),
                new ChatMeters(new SimpleMeterRegistry()),
                new Ticks());
    }

    private static ChatConfig config(Optional<ChatConfig.Provider> provider, String url, Duration timeout) {
        return new ChatConfig() {
            @Override
            public Optional<Provider> provider() {
                return provider;
            }

            @Override
            public Optional<String> url() {
                return Optional.of(url);
            }

            @Override
            public Optional<String> key() {
                return Optional.of("secret-key");
            }

            @Override
            public Optional<String> model() {
                return Optional.of("fake");
            }

            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public int failures() {
                return 2;
            }

            @Override
            public Duration pause() {
                return Duration.ofSeconds(30);
            }
        };
    }
}
