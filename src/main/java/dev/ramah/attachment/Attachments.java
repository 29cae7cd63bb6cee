package dev.ramah.attachment;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Receipt;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The door to files. A file is kept first and told in the log then, each under its sender's own id, so that whatever gets
 * lost in between, sending it again makes neither a second file nor a second entry.
 */
@ApplicationScoped
class Attachments implements Forgets {

    /** A file of which no entry tells by then was left behind by a process that died. */
    private static final Duration TELLING = Duration.ofHours(1);

    private static final Duration DAY = Duration.ofHours(24);

    private static final long MEGABYTE = 1_000_000;

    private final Contents contents;
    private final Conversations conversations;
    private final AttachmentConfig config;
    private final Session entities;
    private final Clock clock;

    Attachments(
            Contents contents, Conversations conversations, AttachmentConfig config, Session entities, Clock clock) {
        this.contents = contents;
        this.conversations = conversations;
        this.config = config;
        this.entities = entities;
        this.clock = clock;
    }

    /** A file in the log. */
    record Sent(Attachment attachment, int seq) {}

    /**
     * Keeps the file and tells of it; sent again it is what it was.
     *
     * @throws Problem RATE_LIMITED for a customer who sent too much today, or what the log says
     */
    Sent send(Sender sender, String clientId, @Nullable String name, Clean file) {
        Attachment kept = QuarkusTransaction.requiringNew().call(() -> keep(sender, clientId, name, file));
        try {
            Receipt receipt = tell(sender, kept);
            QuarkusTransaction.requiringNew()
                    .run(() -> told(kept.id, receipt.state().conversation()));
            return new Sent(kept, receipt.seq());
        } catch (CompletionException fault) {
            Problem problem = Faults.asProblem(fault);
            if (problem.code() != Code.UNAVAILABLE) {
                // Refused for good. What may still be stored is found by sending again, or swept.
                QuarkusTransaction.requiringNew().run(() -> dropUntold(kept.id));
            }
            throw problem;
        }
    }

    private Attachment keep(Sender sender, String clientId, @Nullable String name, Clean file) {
        // Of two at once under one id, the second waits here and then finds the first's.
        lock(sender.state().customer());
        Optional<Attachment> before = Attachment.<Attachment>find(
                        "conversation = ?1 and sender = ?2 and clientId = ?3",
                        sender.conversation().id(),
                        sender.name(),
                        clientId)
                .firstResultOptional();
        if (before.isPresent()) {
            return before.get();
        }
        if (sender.isCustomer()) {
            checkDay(sender.state().customer(), file.bytes().length);
        }
        Attachment kept = new Attachment();
        kept.at = clock.instant();
        kept.id = Ids.next(kept.at);
        kept.conversation = sender.conversation().id();
        kept.sender = sender.name();
        kept.clientId = clientId;
        kept.name = FileName.of(name, file.media());
        kept.media = file.media().type();
        kept.size = file.bytes().length;
        kept.width = file.width();
        kept.height = file.height();
        kept.persistAndFlush();
        contents.keep(kept.id, file.bytes());
        return kept;
    }

    private void lock(UUID customer) {
        entities.createNativeQuery("select 1 from customer where id = :customer for update", Integer.class)
                .setParameter("customer", customer)
                .getResultList();
    }

    private void checkDay(UUID customer, long more) {
        Object[] sent = entities.createNativeQuery(
                        """
                        select count(*), coalesce(sum(a.size), 0), min(a.at)
                          from conversation c join attachment a on a.conversation = c.id
                         where c.customer = :customer and a.sender = 'CUSTOMER' and a.at > :since""",
                        Object[].class)
                .setParameter("customer", customer)
                .setParameter("since", clock.instant().minus(DAY))
                .getSingleResult();
        long files = ((Number) sent[0]).longValue();
        long bytes = ((Number) sent[1]).longValue();
        if (files >= config.aDay() || bytes + more > config.megabytesADay() * MEGABYTE) {
            Instant first = sent[2] == null ? clock.instant() : (Instant) sent[2];
            throw Problem.rateLimited(
                    "You have sent " + files + " files today, which is as much as can be taken in a day.",
                    Duration.between(clock.instant(), first.plus(DAY)));
        }
    }

    private Receipt tell(Sender sender, Attachment file) {
        return (sender.agent() == null
                        ? conversations.customerAttaches(sender.conversation(), file.clientId, file.entry())
                        : conversations.agentAttaches(
                                sender.conversation(), sender.agent(), file.clientId, file.entry()))
                .join();
    }

    /** It is part of the conversation in which it was told: that is another one if its own was just merged. */
    private void told(UUID attachment, ConversationRef where) {
        Attachment.update("told = true, conversation = ?1 where id = ?2", where.id(), attachment);
    }

    private void dropUntold(UUID attachment) {
        Attachment.<Attachment>find("id = ?1 and told = false", attachment).stream()
                .filter(each -> toldIn(each).isEmpty())
                .forEach(this::drop);
    }

    /** Where the log tells of it: in its conversation, or in the one in which that goes on. */
    private Optional<ConversationRef> toldIn(Attachment file) {
        return entities
                .createNativeQuery(
                        """
                        select e.conversation from entry e join conversation c on c.id = :conversation
                         where e.conversation in (c.id, c.merged_into) and e.kind = 'attached'
                           and e.facts ->> 'attachment' = :file""",
                        UUID.class)
                .setParameter("conversation", file.conversation)
                .setParameter("file", file.id.toString())
                .getResultList()
                .stream()
                .findFirst()
                .map(ConversationRef::new);
    }

    /**
     * The files of a conversation, the oldest first. Also those that nobody noted as told yet: whoever hears of one asks
     * for it in the same moment. What the log refuses is gone right after.
     */
    @Transactional
    List<Attachment> of(ConversationRef conversation) {
        return Attachment.list("conversation", Sort.by("at"), conversation.id());
    }

    /** The files of all of a customer's conversations, the oldest first. */
    @Transactional
    List<Attachment> ofCustomer(UUID customer) {
        return Attachment.list(
                "told = true and conversation in (select c.id from Conversation c where c.customer = ?1)",
                Sort.by("at"),
                customer);
    }

    /** A file with its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // Goes straight out.
    record Whole(Attachment attachment, byte[] bytes) {}

    @Transactional
    Optional<Whole> whole(UUID id) {
        return Attachment.<Attachment>findByIdOptional(id)
                .flatMap(each -> contents.of(id).map(bytes -> new Whole(each, bytes)));
    }

    /** The files that a process left behind when it died; those that the log tells of after all are marked so. */
    @Transactional
    void sweep() {
        Instant before = clock.instant().minus(TELLING);
        for (Attachment each : Attachment.<Attachment>find("told = false and at < ?1", before)
                .page(0, 100)
                .list()) {
            toldIn(each).ifPresentOrElse(where -> told(each.id, where), () -> drop(each));
        }
    }

    /** All files of their conversations, whoever sent them: pictures of them may be among those that we sent. */
    @Override
    @Transactional
    public void forget(UUID customer) {
        List<UUID> theirs = entities.createNativeQuery(
                        """
                        select a.id from attachment a join conversation c on c.id = a.conversation
                         where c.customer = :customer""",
                        UUID.class)
                .setParameter("customer", customer)
                .getResultList();
        contents.drop(theirs);
        if (!theirs.isEmpty()) {
            Attachment.delete("id in ?1", theirs);
        }
    }

    private void drop(Attachment file) {
        contents.drop(List.of(file.id));
        file.delete();
    }
}
