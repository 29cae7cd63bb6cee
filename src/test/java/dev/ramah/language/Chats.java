package dev.ramah.language;

import dev.ramah.platform.Ticks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
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
        SmallRyeConfigBuilder settings = new SmallRyeConfigBuilder()
                .withMapping(ChatConfig.class)
                .withDefaultValue("ramah.chat.key", "secret-key")
                .withDefaultValue("ramah.chat.model", "fake")
                .withDefaultValue("ramah.chat.timeout", timeout.toString())
                .withDefaultValue("ramah.chat.pause", "PT30S")
                .withDefaultValue("ramah.chat.failures", "2");
        provider.ifPresent(each ->
                settings.withDefaultValue("ramah.chat.provider", each.name()).withDefaultValue("ramah.chat.url", url));
        return settings.build().getConfigMapping(ChatConfig.class);
    }
}
