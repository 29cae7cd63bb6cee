package dev.ramah.staff;

import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One-time links: into the house, and back in after a forgotten password. */
@ApplicationScoped
class Links {

    /** What the person who opens a link sees before they choose a password. */
    record Opened(String purpose, @Nullable String email, @Nullable String name) {}

    record Invited(UUID id, String token) {}

    private final Accounts accounts;
    private final StaffConfig config;
    private final Clock clock;
    private final Farewell farewell;

    Links(Accounts accounts, StaffConfig config, Clock clock, Farewell farewell) {
        this.accounts = accounts;
        this.config = config;
        this.clock = clock;
        this.farewell = farewell;
    }

    @Transactional
    Invited invite(Newcomer newcomer) {
        Account account = accounts.open(newcomer);
        return new Invited(account.id, make(account));
    }

    /** A new link for someone; the ones before it open nothing any more. */
    @Transactional
    String renew(UUID id) {
        Account account = Account.expect(id);
        if (!account.active()) {
            throw Problem.conflict("This account is deactivated. Activate it first.");
        }
        return make(account);
    }

    private String make(Account account) {
        Link.dropAll(account.id);
        String token = Ids.secret();
        Instant now = clock.instant();
        Link link = account.joined()
                ? new Link(token, Link.Purpose.RESET, account.id, now, config.reset())
                : new Link(token, Link.Purpose.INVITATION, account.id, now, config.invitation());
        link.persist();
        return token;
    }

    /**
     * A link for the first administrator; empty once there is anybody. Each node that starts shows one of its own, and
     * all are good until one of them is used.
     */
    @Transactional
    Optional<String> first() {
        if (Account.count() > 0) {
            Link.dropFirst();
            return Optional.empty();
        }
        String token = Ids.secret();
        new Link(token, Link.Purpose.FIRST, null, clock.instant(), config.invitation()).persist();
        return Optional.of(token);
    }

    @Transactional
    Opened open(String token) {
        Link link = expect(token);
        Optional<Account> account = Optional.ofNullable(link.account).map(Account::expect);
        return new Opened(
                link.purpose.wire(),
                account.map(each -> each.email).orElse(null),
                account.map(each -> each.name).orElse(null));
    }

    /** Sets the password, ends every session under the one before, and signs in. */
    SignedIn use(String token, @Nullable String name, @Nullable String email, String password) {
        open(token);
        String hash = Passwords.hash(password);
        SignedIn in = QuarkusTransaction.requiringNew().call(() -> {
            Link link = expect(token);
            if (!link.use()) {
                throw used();
            }
            Account account = link.account == null ? firstAdministrator(name, email) : Account.expect(link.account);
            account.rename(name);
            account.choose(hash);
            Session.endAll(account.id);
            return accounts.start(account);
        });
        farewell.to(in.me().id());
        return in;
    }

    private Account firstAdministrator(@Nullable String name, @Nullable String email) {
        if (email == null || !email.contains("@")) {
            throw Problem.invalid("email must be an e-mail address");
        }
        if (Account.count() > 0) {
            throw used();
        }
        String called = name == null ? email : name;
        return accounts.open(new Newcomer(email, called, StaffRole.ADMIN, List.of(), List.of(), List.of()));
    }

    private Link expect(String token) {
        return Link.of(token, clock.instant()).orElseThrow(Links::used);
    }

    private static Problem used() {
        return Problem.notFound("This link was used already or is too old. Ask an administrator for a new one.");
    }
}
