package dev.ramah.staff;

import dev.ramah.platform.Digests;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Everyone who works here, and who of them is signed in. */
@ApplicationScoped
public class Accounts {

    private final StaffConfig config;
    private final Clock clock;
    private final Farewell farewell;

    Accounts(StaffConfig config, Clock clock, Farewell farewell) {
        this.config = config;
        this.clock = clock;
        this.farewell = farewell;
    }

    /**
     * Checks the password and starts a session. The answer and its delay are the same whether the e-mail is unknown,
     * the password wrong or the account closed.
     */
    SignedIn login(String email, String password) {
        @Nullable Account known = QuarkusTransaction.requiringNew()
                .call(() -> Account.withEmail(email).filter(Account::active).orElse(null));
        if (!Passwords.match(password, known == null ? null : known.password) || known == null) {
            throw Problem.notSignedIn("The e-mail or the password is wrong.");
        }
        UUID id = known.id;
        return QuarkusTransaction.requiringNew().call(() -> start(Account.expect(id)));
    }

    /** Starts a session, in the caller's transaction. */
    SignedIn start(Account account) {
        if (!account.active()) {
            throw Problem.notSignedIn("This account is deactivated.");
        }
        Instant now = clock.instant();
        Session.dropExpired(account.id, now);
        String token = Ids.secret();
        Session session = new Session(token, account.id, now, config.session());
        session.persist();
        return new SignedIn(token, session.expiresAt, account.colleague());
    }

    /** Whose token this is, if it still counts. */
    @Transactional
    public Optional<Colleague> signedIn(String token) {
        Instant now = clock.instant();
        return Session.of(token)
                .filter(session -> !session.isOver(now, config.idleSession()))
                .flatMap(session -> {
                    session.used(now);
                    return Account.<Account>findByIdOptional(session.account);
                })
                .filter(Account::active)
                .map(Account::colleague);
    }

    /** Those of these tokens that still count; as {@link #signedIn} for each, but asked all at once. */
    @Transactional
    public Set<String> signedInAmong(Collection<String> tokens) {
        Map<String, String> byHash =
                tokens.stream().collect(Collectors.toMap(Digests::sha256, each -> each, (one, same) -> one));
        Instant now = clock.instant();
        return Session.ofActive(byHash.keySet()).stream()
                .filter(session -> !session.isOver(now, config.idleSession()))
                .map(session -> {
                    session.used(now);
                    return byHash.get(session.hash);
                })
                .collect(Collectors.toSet());
    }

    void logout(String token) {
        Optional<UUID> whose = QuarkusTransaction.requiringNew()
                .call(() -> Session.of(token).map(session -> {
                    session.delete();
                    return session.account;
                }));
        whose.ifPresent(farewell::to);
    }

    @Transactional
    public Optional<Colleague> find(UUID id) {
        return Account.<Account>findByIdOptional(id).map(Account::colleague);
    }

    /** By name; also those who are deactivated or haven't taken their invitation. */
    @Transactional
    public List<Colleague> all() {
        return Account.inOrder().stream().map(Account::colleague).toList();
    }

    /** As {@link #all}, to look up who somebody is. */
    public Map<UUID, Colleague> byId() {
        return all().stream().collect(Collectors.toMap(Colleague::id, Function.identity()));
    }

    /** How all of them are called. */
    public Map<UUID, String> names() {
        return all().stream().collect(Collectors.toMap(Colleague::id, Colleague::name));
    }

    /** As {@link #all}, with what only the page of people shows. */
    @Transactional
    List<Account> accounts() {
        return Account.inOrder();
    }

    /** Takes someone in who can sign in at once. */
    public AgentRef add(Newcomer newcomer, String password) {
        String hash = Passwords.hash(password);
        return QuarkusTransaction.requiringNew().call(() -> {
            Account account = open(newcomer);
            account.choose(hash);
            return account.ref();
        });
    }

    /** Writes down who starts here, in the caller's transaction; they can't sign in until they have a password. */
    Account open(Newcomer newcomer) {
        if (Account.withEmail(newcomer.email()).isPresent()) {
            throw taken();
        }
        Account account = new Account(Ids.next(clock.instant()), newcomer, clock.instant());
        account.persist();
        flush();
        return account;
    }

    @Transactional
    Colleague change(UUID id, Newcomer now) {
        Account account = Account.expect(id);
        if (now.role() != StaffRole.ADMIN) {
            keepAnAdministrator(account);
        }
        if (Account.withEmail(now.email()).filter(other -> !other.id.equals(id)).isPresent()) {
            throw taken();
        }
        account.describe(now);
        flush();
        return account.colleague();
    }

    /** Ends their sessions and lets them in no more, until they are activated again. */
    void deactivate(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = Account.expect(id);
            keepAnAdministrator(account);
            account.deactivate(clock.instant());
            Session.endAll(id);
            Link.dropAll(id);
        });
        farewell.to(id);
    }

    @Transactional
    void activate(UUID id) {
        Account.expect(id).activate();
    }

    /** Shows administrators that this person waits for a link; unknown e-mails change nothing. */
    @Transactional
    void forgot(String email) {
        Account.withEmail(email).ifPresent(account -> account.askReset(clock.instant()));
    }

    private static void keepAnAdministrator(Account leaving) {
        List<Account> all = Account.administrators();
        if (all.size() == 1 && all.contains(leaving)) {
            throw Problem.conflict("This is the only administrator. Make somebody else one first.");
        }
    }

    private static void flush() {
        try {
            Account.flush();
        } catch (ConstraintViolationException sameMoment) {
            throw taken();
        }
    }

    private static Problem taken() {
        return Problem.conflict("Somebody has this e-mail already.");
    }
}
