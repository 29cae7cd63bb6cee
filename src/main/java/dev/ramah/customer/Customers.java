package dev.ramah.customer;

import dev.ramah.platform.Exports;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Changes;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Everyone who ever wrote to us, or of whom the shop told. */
@ApplicationScoped
public class Customers {

    private static final String DEFAULT_LANGUAGE = "en";
    private static final int LONGEST_EXTERNAL_ID = 200;
    private static final int MOST_FOUND = 50;

    private final SiteSecret secret;
    private final Talks talks;
    private final List<Forgets> forgetting;
    private final List<Exports> exporting;
    private final Event<Forgotten> forgotten;
    private final Changes changes;
    private final Clock clock;

    Customers(
            SiteSecret secret,
            Talks talks,
            @All List<Forgets> forgetting,
            @All List<Exports> exporting,
            Event<Forgotten> forgotten,
            Changes changes,
            Clock clock) {
        this.secret = secret;
        this.talks = talks;
        this.forgetting = forgetting;
        this.exporting = exporting;
        this.forgotten = forgotten;
        this.changes = changes;
        this.clock = clock;
    }

    /** A new customer who says this about themselves; nothing of it is proved. */
    @Transactional
    public Guest anonymous(
            @Nullable String name,
            @Nullable String email,
            @Nullable String language,
            @Nullable Map<String, String> attributes) {
        return visitor(name, email, language, attributes, clock.instant());
    }

    /** As {@link #anonymous}, for one who came to us at that time. */
    @Transactional
    public Guest anonymousSince(
            Instant since, @Nullable String name, @Nullable String email, @Nullable String language) {
        return visitor(name, email, language, Map.of(), since);
    }

    private static Guest visitor(
            @Nullable String name,
            @Nullable String email,
            @Nullable String language,
            @Nullable Map<String, String> attributes,
            Instant since) {
        Customer customer = new Customer(Ids.next(since), language(language), since);
        customer.describe(name, email);
        customer.note(attributes == null ? Map.of() : attributes);
        customer.persist();
        return customer.guest();
    }

    /**
     * The customer that the shop vouches for, the same one on every device.
     *
     * @throws Problem FORBIDDEN when the hash is wrong, the identity expired, or the site has no secret
     */
    @Transactional
    public Guest identified(
            Identity identity, @Nullable String name, @Nullable String email, @Nullable String language) {
        secret.checkIdentity(identity, clock.instant());
        return known(identity.id(), name, email, language);
    }

    /** The shop's customer with this id, made when new; only for callers that trust who says so. */
    @Transactional
    public Guest known(String externalId, @Nullable String name, @Nullable String email, @Nullable String language) {
        Customer customer = withExternalId(externalId, language);
        customer.describe(name, email);
        return customer.guest();
    }

    private Customer withExternalId(String externalId, @Nullable String language) {
        String id = Text.line(externalId);
        if (id == null || id.length() > LONGEST_EXTERNAL_ID) {
            throw Problem.invalid("id must have 1 to " + LONGEST_EXTERNAL_ID + " characters");
        }
        return Customer.withExternalId(id).orElseGet(() -> {
            // Two first visits in the same moment make one customer: the second finds the first's row.
            Instant now = clock.instant();
            Customer.getEntityManager()
                    .createNativeQuery("insert into customer (id, external_id, language, since) values (?1, ?2, ?3, ?4)"
                            + " on conflict (site, external_id) do nothing")
                    .setParameter(1, Ids.next(now))
                    .setParameter(2, id)
                    .setParameter(3, language(language))
                    .setParameter(4, now)
                    .executeUpdate();
            return Customer.withExternalId(id).orElseThrow();
        });
    }

    /** The address they left, to be reached at. */
    @Transactional
    public void leavesAddress(UUID id, String email) {
        Customer.locked(id).describe(null, email);
    }

    /**
     * Staff put something right about them.
     *
     * @throws Problem INVALID, NOT_FOUND also for one who was forgotten
     */
    @Transactional
    public Guest correct(UUID id, Correction correction, AgentRef by) {
        Customer customer = Customer.locked(id);
        customer.correct(correction);
        if (!correction.parts().isEmpty()) {
            changes.record(by, "customer", customer.id.toString(), null, Map.of("parts", correction.parts()));
        }
        return customer.guest();
    }

    /** What the shop told of them besides orders, the newest first. */
    @Transactional
    public List<Happening> happenings(UUID id, int most) {
        return CustomerEvent.others(id, most).stream()
                .map(each -> Happening.of(each.type, each.at, each.data))
                .toList();
    }

    /** The customer with this id, or who they turned out to be. */
    @Transactional
    public Optional<Guest> find(UUID id) {
        return Customer.staying(id).map(Customer::guest);
    }

    /** The same of many, by the ids that were asked for. */
    @Transactional
    public Map<UUID, Guest> find(Collection<UUID> ids) {
        Map<UUID, Guest> guests = new HashMap<>();
        // What was read at once is at hand; only who turned out to be somebody else is looked up.
        for (Customer each : Customer.<Customer>list("id in ?1", ids)) {
            find(each.id).ifPresent(guest -> guests.put(each.id, guest));
        }
        return guests;
    }

    /** Whether the shop can tell us who somebody is: without a secret it can't. */
    public boolean canBeVouchedFor() {
        return secret.isSet();
    }

    /** Which of these we would know again: the shop vouches for them, or they left an address. */
    @Transactional
    public Set<UUID> recognised(Collection<UUID> customers) {
        // One parameter: of thousands of customers each would be one of its own.
        return Set.copyOf(Customer.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id from customer where id = any(:ids) and (external_id is not null or email is not null)",
                        UUID.class)
                .setParameter("ids", customers.toArray(UUID[]::new))
                .getResultList());
    }

    /** Which of these were forgotten. */
    @Transactional
    public Set<UUID> forgotten(Collection<UUID> customers) {
        return Set.copyOf(Customer.getEntityManager()
                .createQuery("select id from Customer where id in :ids and forgottenAt is not null", UUID.class)
                .setParameter("ids", customers)
                .getResultList());
    }

    /** Their orders as last told, the newest first. */
    @Transactional
    public List<Order> orders(UUID id) {
        return orders(Set.of(id)).getOrDefault(id, List.of());
    }

    /** The same of many; those of whom no order was told are missing. */
    @Transactional
    public Map<UUID, List<Order>> orders(Collection<UUID> ids) {
        return CustomerEvent.orders(ids).stream()
                .collect(Collectors.groupingBy(
                        event -> event.customer, Collectors.collectingAndThen(Collectors.toList(), Order::latest)));
    }

    /** Whether the shop has told this before, also of a customer who was forgotten since. */
    @Transactional
    public boolean wasTold(ShopEvent event) {
        return CustomerEvent.isKnown(event);
    }

    /** Keeps what the shop tells; false when it told so before. */
    @Transactional
    public boolean told(String externalId, ShopEvent event) {
        if (CustomerEvent.isKnown(event)) {
            return false;
        }
        Customer customer = withExternalId(externalId, null);
        return new CustomerEvent(event, customer.id, clock.instant()).keep();
    }

    /** What the shop says about them: a null takes an attribute away, and what isn't named stays. */
    @Transactional
    public Guest told(String externalId, Map<String, @Nullable String> attributes) {
        Customer customer = withExternalId(externalId, null);
        customer.change(attributes);
        return customer.guest();
    }

    @Transactional
    List<Guest> search(@Nullable String words) {
        String line = Text.line(words);
        return Customer.search(line == null ? "" : line.toLowerCase(Locale.ROOT), MOST_FOUND).stream()
                .map(Customer::guest)
                .toList();
    }

    /** Everything that any room holds of this customer, by room. */
    @Transactional
    public Map<String, Object> export(UUID id) {
        UUID whose = expect(id).id;
        Map<String, Object> all = new LinkedHashMap<>();
        exporting.forEach(room -> all.put(room.name(), room.export(whose)));
        return all;
    }

    /** Blanks every word that any room holds of this customer, all or none; doing it again changes nothing. */
    public Erased forget(UUID id) {
        List<UUID> gone = new ArrayList<>();
        Erased erased = QuarkusTransaction.requiringNew().call(() -> {
            // Nobody turns out to be another one meanwhile, and who has done so is forgotten with who they are.
            Customer.getEntityManager()
                    .createNativeQuery("select cast(pg_advisory_xact_lock_shared(hashtext('customers')) as text)")
                    .getResultList();
            UUID whose = expect(id).id;
            gone.add(whose);
            Customer.mergedInto(whose).forEach(each -> gone.add(each.id));
            Erased before = new Erased(
                    talks.entries(whose), talks.conversations(List.of(whose)).getOrDefault(whose, 0));
            forgetting.forEach(room -> room.forget(whose));
            return before;
        });
        gone.forEach(each -> forgotten.fire(new Forgotten(each)));
        return erased;
    }

    /** Whose words went after this moment. */
    @Transactional
    List<UUID> forgottenSince(Instant moment) {
        return Customer.<Customer>list("forgottenAt > ?1", moment).stream()
                .map(each -> each.id)
                .toList();
    }

    private static Customer expect(UUID id) {
        return Customer.staying(id).orElseThrow(Customer::nobody);
    }

    /** A language tag's first part, as in BCP 47. */
    private static String language(@Nullable String tag) {
        String first = tag == null ? "" : tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return first.matches("[a-z]{2,8}") ? first : DEFAULT_LANGUAGE;
    }
}
