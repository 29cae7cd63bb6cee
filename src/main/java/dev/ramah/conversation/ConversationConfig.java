package dev.ramah.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of conversations. */
@ConfigMapping(prefix = "ramah.conversation")
interface ConversationConfig {

    /** How long the bot waits for more words before it answers, so that several messages get one reply. */
    @WithDefault("700ms")
    Duration quiet();

    /** An episode ends after this much silence when the bot had the last word. */
    @WithDefault("30m")
    Duration silenceAfterBot();

    /** An episode ends after this much silence while a person has it. */
    @WithDefault("24h")
    Duration silenceAfterAgent();

    /** How long an anonymous visitor's token opens the conversation. */
    @WithDefault("7d")
    Duration anonymousToken();

    /** How long the token of a customer whom the shop has identified is good. */
    @WithDefault("30d")
    Duration identifiedToken();

    /** Languages that the bot and the widget speak; the first is for everyone else. */
    @WithDefault("en,id,ar,de,es,fr,nl,pt")
    List<String> languages();
}
