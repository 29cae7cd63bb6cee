package dev.ramah.delivery;

import dev.ramah.conversation.Headlines;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Changes;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The door to the webhooks. */
@ApplicationScoped
class Webhooks {

    /** By this name their changes are noted. */
    private static final String WHAT = "webhook";

    /** Each of them costs a look at the log now and then. */
    private static final int MOST = 20;

    private final Headlines headlines;
    private final Changes changes;
    private final DeliveryConfig config;
    private final Clock clock;

    Webhooks(Headlines headlines, Changes changes, DeliveryConfig config, Clock clock) {
        this.headlines = headlines;
        this.changes = changes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    List<Webhook> all() {
        return Webhook.listAll(Sort.by("createdAt").and("id"));
    }

    /** Those that are to hear of what happens. */
    @Transactional
    List<UUID> active() {
        return Webhook.<Webhook>list("active").stream().map(each -> each.id).toList();
    }

    /** One that hears of what happens from now on. */
    @Transactional
    Webhook add(AgentRef by, Webhook.Wish wish) {
        Webhook.Wish checked = wish.checked(config.privateAddresses());
        if (Webhook.count() >= MOST) {
            throw Problem.invalid("There are " + MOST + " webhooks already.");
        }
        Webhook webhook = new Webhook(headlines.settled(), clock.instant());
        webhook.become(checked);
        webhook.persist();
        changes.record(by, WHAT, webhook.id.toString(), null, webhook.wish());
        return webhook;
    }

    /**
     * Changes it.
     *
     * @param version of what was changed
     * @throws Problem CONFLICT when somebody has changed it meanwhile
     */
    @Transactional
    Webhook change(AgentRef by, UUID id, int version, Webhook.Wish wish) {
        Webhook.Wish checked = wish.checked(config.privateAddresses());
        Webhook webhook = locked(id);
        if (webhook.version != version) {
            throw Problem.conflict("Somebody has changed this webhook meanwhile. Look at it again.");
        }
        Webhook.Wish before = webhook.wish();
        if (!before.equals(checked)) {
            webhook.become(checked);
            webhook.version++;
            changes.record(by, WHAT, id.toString(), before, checked);
        }
        return webhook;
    }

    /** A new secret; what is sent from now on is signed with it. */
    @Transactional
    Webhook renew(AgentRef by, UUID id) {
        Webhook webhook = locked(id);
        webhook.secret = Ids.secret();
        webhook.version++;
        changes.record(by, WHAT, id.toString(), webhook.wish(), new Renewed(webhook.wish(), true));
        return webhook;
    }

    /** That its secret is another one now. */
    record Renewed(Webhook.Wish webhook, boolean newSecret) {}

    /** It goes, and what was on its way to it. */
    @Transactional
    void remove(AgentRef by, UUID id) {
        Webhook webhook = locked(id);
        webhook.delete();
        changes.record(by, WHAT, id.toString(), webhook.wish(), null);
    }

    private static Webhook locked(UUID id) {
        return Webhook.<Webhook>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound("There is no such webhook."));
    }
}
