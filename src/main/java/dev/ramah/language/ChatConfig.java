package dev.ramah.language;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** Which chat model writes, if any: without a provider nothing is asked and nothing leaves the machine. */
@ConfigMapping(prefix = "ramah.chat")
interface ChatConfig {

    /** Whose protocol is spoken; {@code openai} is spoken by many other servers too. */
    enum Provider {
        OPENAI,
        OLLAMA,
        ANTHROPIC,
        GEMINI
    }

    Optional<Provider> provider();

    /** Where it is asked; without it, where the provider has it. */
    Optional<String> url();

    Optional<String> key();

    /** The model's name, as the provider calls it. */
    Optional<String> model();

    /** After this long the bot answers without the model. */
    @WithDefault("8s")
    Duration timeout();

    /** So many failures in a row, and it is not asked for a while. */
    @WithDefault("3")
    @Min(1) int failures();

    /** How long it is not asked then; after it one call tries whether it is back. */
    @WithDefault("30s")
    Duration pause();
}
