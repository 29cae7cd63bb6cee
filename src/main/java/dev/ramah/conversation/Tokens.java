package dev.ramah.conversation;

import dev.ramah.platform.Digests;
import dev.ramah.platform.Ids;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The door to customers' tokens: who holds one may come back. */
@ApplicationScoped
class Tokens {

    private final ConversationConfig config;
    private final Clock clock;

    Tokens(ConversationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** A new token and the moment it ends. */
    record Issued(String token, Instant expires) {}

    /** What a token opens. */
    record Right(UUID customer, ConversationRef conversation, boolean everything) {

        boolean opens(State wanted) {
            return everything
                    ? wanted.customer().equals(customer)
                    : wanted.conversation().equals(conversation);
        }
    }

    @Transactional
    Issued issue(State conversation, boolean everything) {
        String secret = Ids.secret();
        CustomerToken token = new CustomerToken();
        token.hash = Digests.sha256(secret);
        token.customer = conversation.customer();
        token.conversation = conversation.conversation().id();
        token.everything = everything;
        token.expiresAt = clock.instant().plus(everything ? config.identifiedToken() : config.anonymousToken());
        token.persist();
        return new Issued(secret, token.expiresAt);
    }

    @Transactional
    Optional<Right> right(String secret) {
        return CustomerToken.<CustomerToken>findByIdOptional(Digests.sha256(secret))
                .filter(each -> each.expiresAt.isAfter(clock.instant()))
                .map(each -> new Right(each.customer, new ConversationRef(each.conversation), each.everything));
    }

    @Transactional
    void revoke(String secret) {
        CustomerToken.deleteById(Digests.sha256(secret));
    }

    @Transactional
    void revokeAll(ConversationRef conversation) {
        CustomerToken.delete("conversation", conversation.id());
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void dropExpired() {
        CustomerToken.delete("expiresAt < ?1", clock.instant());
    }
}
