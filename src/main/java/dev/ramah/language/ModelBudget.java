package dev.ramah.language;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How often the chat model may be asked; after that everybody goes on without it. */
@ConfigMapping(prefix = "ramah.chat.budget")
interface ModelBudget {

    @WithDefault("30")
    @Min(0) int callsPerConversation();

    @WithDefault("2000")
    @Min(0) int callsPerDay();

    /** What share of a day's calls rehearsals may use, in percent: whoever practises takes no words from the bot. */
    @WithDefault("10")
    @Min(0) @Max(100) int practicePercent();
}
