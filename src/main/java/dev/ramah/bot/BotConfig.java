package dev.ramah.bot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.Set;

/** Settings of the bot. */
@ConfigMapping(prefix = "ramah.bot")
interface BotConfig {

    /** Of questions that no article answers, the share (0 to 1) that may be answered all the same. */
    @WithDefault("0.10")
    @Min(0) @Max(1) double risk();

    /** Hosts that the chat model may link to, where an article does. */
    Optional<Set<String>> hosts();

    /** The share up to which the bot asks back ("did you mean") instead of asking for a person. */
    @WithDefault("0.30")
    @Min(0) @Max(1) double askRisk();
}
