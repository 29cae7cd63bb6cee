package dev.ramah.conversation;

import dev.ramah.platform.Database;
import dev.ramah.platform.Digests;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Together;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** The door to customers' tokens: who holds one may come back. */
@ApplicationScoped
class Tokens {

    private static final int AT_ONCE = 200;

    private final StatelessSession session;
    private final ConversationConfig config;
    private final Clock clock;
    private final Together<String, Optional<Right>> shown = new Together<>("tokens", AT_ONCE, this::rights);

    Tokens(StatelessSession session, ConversationConfig config, Clock clock) {
        this.session = session;
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
                    : wanted.conversation().equals(conversation)
                            || wanted.absorbed().contains(conversation);
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

    /** What this token opens; empty if it is not known or has ended. */
    @Transactional
    Optional<Right> right(String secret) {
        return rights(List.of(Digests.sha256(secret))).get(0);
    }

    /** The same, looked up together with what others show just now. */
    CompletableFuture<Optional<Right>> shown(String secret) {
        return shown.ask(Digests.sha256(secret));
    }

    @Transactional
    List<Optional<Right>> rights(List<String> hashes) {
        Instant now = clock.instant();
        Map<String, CustomerToken> known = session
                .createNativeQuery("select * from customer_token where hash = any(:hashes)", CustomerToken.class)
                .setParameter("hashes", hashes.toArray(String[]::new))
                .getResultList()
                .stream()
                .filter(each -> each.expiresAt.isAfter(now))
                .collect(Collectors.toMap(each -> each.hash, each -> each));
        return hashes.stream()
                .map(each -> Optional.ofNullable(known.get(each)).map(CustomerToken::right))
                .toList();
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
    void dropExpired() {
        Database.ifThere(() ->
                QuarkusTransaction.requiringNew().run(() -> CustomerToken.delete("expiresAt < ?1", clock.instant())));
    }
}
