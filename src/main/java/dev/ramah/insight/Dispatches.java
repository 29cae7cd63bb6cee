package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.delivery.Bulletins;
import dev.ramah.delivery.HouseMails;
import dev.ramah.platform.Database;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.Settings;
import dev.ramah.theme.Complaints;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The door to digests that went out. One row says up to when they have; whoever finds the next one due holds it, puts the
 * mails and the webhooks' deliveries on their way and moves it on, all in one transaction: so it happens once, on however
 * many nodes, and after whatever stop.
 */
@ApplicationScoped
class Dispatches {

    private static final Logger LOG = Logger.getLogger(Dispatches.class);

    /** What looks whether one is due, among all that is done again and again. */
    static final String LOOKS = "digest";

    private static final int LONGEST_SECONDS = 300;

    private final Reports reports;
    private final Complaints complaints;
    private final HouseMails mails;
    private final Bulletins bulletins;
    private final Settings settings;
    private final DigestSetting setting;
    private final StatelessSession session;
    private final ObjectMapper json;
    private final String shop;
    private final Clock clock;

    Dispatches(
            Reports reports,
            Complaints complaints,
            HouseMails mails,
            Bulletins bulletins,
            Settings settings,
            DigestSetting setting,
            StatelessSession session,
            ObjectMapper json,
            @ConfigProperty(name = "ramah.shop", defaultValue = "Ramah") String shop,
            Clock clock) {
        this.reports = reports;
        this.complaints = complaints;
        this.mails = mails;
        this.bulletins = bulletins;
        this.settings = settings;
        this.setting = setting;
        this.session = session;
        this.json = json;
        this.shop = shop;
        this.clock = clock;
    }

    @Scheduled(
            identity = LOOKS,
            every = "5s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            sendWhatIsDue(clock.instant());
        } catch (Problem beingCounted) {
            LOG.debug("The digest goes out when the figures have been counted");
        } catch (RuntimeException fault) {
            if (!Database.isAway(fault)) {
                LOG.error("The digest could not be sent; it is tried again", fault);
            }
        }
    }

    /** Sends the newest one that is due and did not go out yet, if there is one. */
    void sendWhatIsDue(Instant now) {
        DigestRule rule = settings.of(setting);
        Instant due = rule.due(now);
        if (due != null) {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
                if (moveOn(rule, due)) {
                    send(rule, due);
                }
            });
        }
    }

    /** Whether this one is the caller's to send. One that was due before the rule was made is nobody's. */
    private boolean moveOn(DigestRule rule, Instant due) {
        String now = rule.rhythm() + " " + rule.day() + " " + rule.hour() + " " + rule.zone();
        session.createNativeMutationQuery(
                        "insert into digest_cursor (rule, sent_for) values (:rule, :due) on conflict do nothing")
                .setParameter("rule", now)
                .setParameter("due", due)
                .executeUpdate();
        Object[] cursor = session.createNativeQuery(
                        "select rule, sent_for from digest_cursor for update", Object[].class)
                .getSingleResult();
        boolean sameRule = now.equals(cursor[0]);
        if (sameRule && !due.isAfter((Instant) cursor[1])) {
            return false;
        }
        session.createNativeMutationQuery("update digest_cursor set rule = :rule, sent_for = :due")
                .setParameter("rule", now)
                .setParameter("due", due)
                .executeUpdate();
        return sameRule;
    }

    private void send(DigestRule rule, Instant due) {
        Range range = rule.period(due);
        Overview overview = reports.overview(range);
        if (mails.isOpen()) {
            DigestLetter letter = letter(overview, rule, range);
            String what = "digest " + due;
            rule.to().forEach(each -> mails.write(what, each, letter.subject(), letter.text(), letter.html()));
        }
        if (rule.webhooks()) {
            UUID id = UUID.nameUUIDFromBytes(("digest " + rule.rhythm() + due).getBytes(StandardCharsets.UTF_8));
            bulletins.publish("digest", id, body(id, due, range, overview));
        }
    }

    private String body(UUID id, Instant due, Range range, Overview overview) {
        ObjectNode body = json.createObjectNode();
        body.put("event", id + ".0");
        body.put("kind", "digest");
        body.put("at", due.toString());
        ObjectNode digest = body.putObject("digest");
        digest.put("from", range.from().toString());
        digest.put("to", range.to().toString());
        digest.put("zone", range.zone().getId());
        digest.set("figures", json.valueToTree(overview));
        return body.toString();
    }

    /** What one would say now: about the whole days until the last midnight. */
    DigestLetter preview() {
        DigestRule rule = settings.of(setting);
        Range range = rule.period(clock.instant());
        return letter(reports.overview(range), rule, range);
    }

    /**
     * Sends one now, to whoever asks, whatever the rule says.
     *
     * @throws Problem CONFLICT where there is no mail
     */
    void sendTo(Colleague who) {
        if (!mails.isOpen()) {
            throw new Problem(Code.CONFLICT, "Mail is not set up, so none can be sent.");
        }
        DigestLetter letter = preview();
        String what = "digest for " + who.id() + " " + clock.instant();
        mails.write(what, who.email(), letter.subject(), letter.text(), letter.html());
    }

    boolean isMailOpen() {
        return mails.isOpen();
    }

    private DigestLetter letter(Overview overview, DigestRule rule, Range range) {
        String days = "/insight?from=" + range.day(range.from()) + "&until="
                + range.day(range.to()).minusDays(1);
        @Nullable String link = mails.link(days).orElse(null);
        return DigestLetter.of(overview, rule, range, shop, complaints.risenBetween(range.from(), range.to()), link);
    }
}
