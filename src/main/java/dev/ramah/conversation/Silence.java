package dev.ramah.conversation;

import dev.ramah.platform.Database;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Ends the episodes in which nobody says anything any more. */
@ApplicationScoped
class Silence {

    private final Conversations conversations;
    private final ConversationConfig config;
    private final Clock clock;

    Silence(Conversations conversations, ConversationConfig config, Clock clock) {
        this.conversations = conversations;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void endSilentEpisodes() {
        Instant now = clock.instant();
        Instant bot = now.minus(config.silenceAfterBot());
        Instant agent = now.minus(config.silenceAfterAgent());
        Database.ifThere(() -> conversations.silent(bot, agent).forEach(each -> {
            // The log looks again under the lock: someone may be speaking just now.
            var unused = conversations.endInSilence(each.conversation(), each.turn() == Turn.BOT ? bot : agent);
        }));
    }
}
