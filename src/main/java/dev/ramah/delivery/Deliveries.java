package dev.ramah.delivery;

import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Headlines;
import dev.ramah.conversation.Headlines.Headline;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Database;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The door to what is on its way to webhooks. Each webhook follows the log with a cursor of its own, by transactions; what
 * it is to hear of becomes a row with a due time, and whoever claims the row tries it. A row is due only when nothing
 * of the same conversation is on its way before it.
 */
@ApplicationScoped
class Deliveries {

    private static final Duration KEPT = Duration.ofDays(30);

    /** A cursor that is so far behind costs nothing yet. */
    private static final long NOT_WORTH_WRITING = 10_000;

    private static final int LONGEST_SECONDS = 600;

    private static final String DUE =
            """
            update webhook_delivery set due_at = :lease, tries = tries + 1
             where id in (select d.id from webhook_delivery d
                           where d.webhook = :webhook and d.due_at <= :now
                             and not exists (select 1 from webhook_delivery b
                                              where b.webhook = d.webhook and b.conversation = d.conversation
                                                and b.seq < d.seq and b.due_at is not null)
                           order by d.due_at, d.id limit :most for update skip locked)
            returning id""";

    private final Headlines headlines;
    private final Conversations conversations;
    private final Customers customers;
    private final Session entities;
    private final DeliveryConfig config;
    private final Pauses pauses;
    private final Clock clock;

    Deliveries(
            Headlines headlines,
            Conversations conversations,
            Customers customers,
            Session entities,
            DeliveryConfig config,
            Clock clock) {
        this.headlines = headlines;
        this.conversations = conversations;
        this.customers = customers;
        this.entities = entities;
        this.config = config;
        this.pauses = new Pauses(config.firstPause());
        this.clock = clock;
    }

    /** Takes in what was written since the last time. Two nodes may do so at once: a row is there once. */
    void takeIn(UUID id) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            Webhook webhook = Webhook.findById(id);
            if (webhook == null || !webhook.active) {
                return;
            }
            Instant now = clock.instant();
            int[] taken = {0};
            long settled = headlines.since(webhook.settled, webhook.oldest(now), page -> {
                List<Headline> heard =
                        page.stream().filter(each -> webhook.hears(each.kind())).toList();
                taken[0] += heard.isEmpty() ? 0 : keep(webhook, heard, now);
            });
            if (taken[0] > 0 || Math.abs(settled - webhook.settled) > NOT_WORTH_WRITING) {
                entities.createNativeMutationQuery(
                                "update webhook set settled = :settled where id = :id and settled = :before")
                        .setParameter("settled", settled)
                        .setParameter("id", id)
                        .setParameter("before", webhook.settled)
                        .executeUpdate();
            }
        });
    }

    private int keep(Webhook webhook, List<Headline> heard, Instant now) {
        return entities.createNativeMutationQuery(
                        """
                        insert into webhook_delivery (id, webhook, conversation, seq, kind, at, due_at)
                        select news.id, :webhook, news.conversation, news.seq, news.kind, news.at, :now
                          from unnest(cast(:ids as uuid[]), cast(:conversations as uuid[]), cast(:numbers as int4[]),
                                      cast(:kinds as text[]), cast(:times as timestamptz[]))
                               as news (id, conversation, seq, kind, at)
                         where exists (select from webhook where id = :webhook for key share)
                            on conflict (webhook, conversation, seq) do nothing""")
                .setParameter("webhook", webhook.id)
                .setParameter("now", now)
                .setParameter("ids", heard.stream().map(each -> Ids.next(now)).toArray(UUID[]::new))
                .setParameter(
                        "conversations",
                        heard.stream().map(each -> each.conversation().id()).toArray(UUID[]::new))
                .setParameter("numbers", heard.stream().map(Headline::seq).toArray(Integer[]::new))
                .setParameter("kinds", heard.stream().map(Headline::kind).toArray(String[]::new))
                .setParameter(
                        "times",
                        heard.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .executeUpdate();
    }

    /**
     * Some that are due, the caller's for now: other nodes leave them alone for as long as a try may take. A caller that
     * dies leaves them due again after that.
     */
    @Transactional
    List<Parcel> claim(UUID id, int most) {
        Webhook webhook = Webhook.findById(id);
        if (webhook == null || !webhook.active) {
            return List.of();
        }
        Instant now = clock.instant();
        List<UUID> claimed = entities.createNativeQuery(DUE, UUID.class)
                .setParameter(
                        "lease", now.plus(config.timeout().multipliedBy(2)).plusSeconds(30))
                .setParameter("webhook", id)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        List<Parcel> parcels = new ArrayList<>();
        for (Delivery each :
                Delivery.<Delivery>list("id in ?1", Sort.by("dueAt").and("id"), claimed)) {
            // The row is locked: who erases the customer waits, and then blanks what is written here.
            if (each.body == null) {
                Optional<Entry> entry = headlines.entry(each.ref(), each.seq);
                if (entry.isEmpty()) {
                    each.delete();
                    continue;
                }
                each.body = payload(each, entry.get(), webhook);
            }
            parcels.add(new Parcel(each.id, each.event(), webhook.address, webhook.secret, each.body, each.tries));
        }
        return parcels;
    }

    private String payload(Delivery delivery, Entry entry, Webhook webhook) {
        var state = conversations.find(delivery.ref());
        return Payload.of(
                delivery.event(),
                entry,
                webhook.view(),
                state,
                customers.find(state.customer()).orElse(null));
    }

    /** Keeps how a try went, and what follows for the webhook. */
    @Transactional
    void tried(UUID id, Answer answer) {
        Delivery delivery = Delivery.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null) {
            return;
        }
        Instant now = clock.instant();
        delivery.tried(answer, pauses, now);
        if (answer.isFine()) {
            mark(delivery.webhook, null, "failing_since is not null");
            return;
        }
        mark(delivery.webhook, now, "failing_since is null");
        @Nullable Instant since = entities.createNativeQuery("select failing_since from webhook where id = :id", Instant.class)
                .setParameter("id", delivery.webhook)
                .getSingleResult();
        if (answer.isUnwanted()) {
            stop(delivery.webhook, "GONE", now);
        } else if (pauses.isEnough(since, now)) {
            stop(delivery.webhook, "FAILED", now);
        } else if (pauses.isEnough(delivery.triedSince, now)) {
            delivery.giveUp();
        }
    }

    private void mark(UUID webhook, @Nullable Instant failingSince, String unless) {
        entities.createNativeMutationQuery(
                        "update webhook set failing_since = cast(cast(:since as text) as timestamptz)"
                                + " where id = :id and " + unless)
                .setParameter("since", failingSince == null ? null : failingSince.toString())
                .setParameter("id", webhook)
                .executeUpdate();
    }

    /** Nothing goes there until somebody turns it on again; what waits, waits. */
    private void stop(UUID webhook, String why, Instant now) {
        entities.createNativeMutationQuery(
                        """
                        update webhook set active = false, stopped_at = :now, stopped_why = :why, version = version + 1
                         where id = :id and active""")
                .setParameter("now", now)
                .setParameter("why", why)
                .setParameter("id", webhook)
                .executeUpdate();
    }

    /**
     * The newest first.
     *
     * @param before those older than this delivery; null for the first page
     */
    @Transactional
    List<Delivery> page(UUID webhook, @Nullable String state, @Nullable UUID before, int most) {
        String which =
                switch (state == null ? "" : state) {
                    case "" -> "";
                    case "waiting" -> " and d.dueAt is not null";
                    case "arrived" -> " and d.dueAt is null and d.arrived";
                    case "failed" -> " and d.dueAt is null and not d.arrived";
                    default -> throw Problem.invalid("state is waiting, arrived or failed.");
                };
        Delivery from = before == null ? null : Delivery.findById(before);
        Instant at = from == null ? Instant.parse("9999-01-01T00:00:00Z") : from.at;
        UUID than = from == null ? new UUID(-1, -1) : from.id;
        return Delivery.<Delivery>find(
                        "from Delivery d where d.webhook = ?1 and (d.at < ?2 or (d.at = ?2 and d.id < ?3))" + which
                                + " order by d.at desc, d.id desc",
                        webhook,
                        at,
                        than)
                .page(0, most)
                .list();
    }

    /** How many are on their way to each webhook. */
    @Transactional
    long waiting(UUID webhook) {
        return Delivery.count("webhook = ?1 and dueAt is not null", webhook);
    }

    /** @throws Problem NOT_FOUND */
    @Transactional
    Delivery find(UUID id) {
        return Delivery.<Delivery>findByIdOptional(id)
                .orElseThrow(() -> Problem.notFound("There is no such delivery."));
    }

    /** Sends it once more, under the same event id. */
    @Transactional
    Delivery again(UUID id) {
        Delivery delivery = Delivery.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null) {
            throw Problem.notFound("There is no such delivery.");
        }
        delivery.again(clock.instant());
        return delivery;
    }

    @Scheduled(every = "1h", delayed = "3m")
    void dropOld() {
        Database.ifThere(() -> QuarkusTransaction.requiringNew()
                .run(() -> Delivery.delete(
                        "dueAt is null and at < ?1", clock.instant().minus(KEPT))));
    }
}
