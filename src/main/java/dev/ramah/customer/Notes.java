package dev.ramah.customer;

import dev.ramah.platform.Forgets;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The door to what stays with a customer from one conversation to the next. */
@ApplicationScoped
public class Notes implements Forgets {

    /** In characters. */
    private static final int LONGEST = 4_000;

    private final Clock clock;

    Notes(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    public Optional<Note> newest(UUID customer) {
        return CustomerNote.newest(customer).map(CustomerNote::note);
    }

    /** All versions, the newest first. */
    @Transactional
    public List<Note> versions(UUID customer) {
        return CustomerNote.of(customer).stream().map(CustomerNote::note).toList();
    }

    /**
     * Writes the next version; the same words again write none. An empty text takes the note away.
     *
     * @param version the one that it is meant to follow, 0 for none
     * @throws Problem CONFLICT when somebody wrote another meanwhile, INVALID when it is too long or can't be stored,
     *     NOT_FOUND when there is no such customer or they were forgotten
     */
    @Transactional
    public Note write(UUID customer, int version, String text, Colleague by) {
        if (text.length() > LONGEST || !Text.isStorable(text)) {
            throw Problem.invalid("A note has at most " + LONGEST + " characters.");
        }
        UUID whose = Customer.there(customer).id;
        Optional<CustomerNote> newest = CustomerNote.newest(whose);
        int before = newest.map(each -> each.version).orElse(0);
        if (newest.isPresent() && newest.get().text.equals(text.strip())) {
            return newest.get().note();
        }
        if (before != version) {
            throw outrun();
        }
        CustomerNote next = new CustomerNote();
        next.customer = whose;
        next.version = before + 1;
        next.text = text.strip();
        next.at = clock.instant();
        next.author = by.id();
        next.authorName = by.name();
        try {
            next.persistAndFlush();
        } catch (ConstraintViolationException meanwhile) {
            throw outrun();
        }
        return next.note();
    }

    private static Problem outrun() {
        return Problem.conflict("Somebody else has changed this note meanwhile. Look at it first.");
    }

    /**
     * Somebody turned out to be another one: what was known of both is known of them. It is a version that neither of
     * the two had, so whoever is just writing the next one is told that somebody else has.
     */
    static void join(UUID visitor, UUID known) {
        CustomerNote.newest(visitor).filter(each -> !each.text.isEmpty()).ifPresent(theirs -> {
            Optional<CustomerNote> before = CustomerNote.newest(known);
            String text = before.filter(each -> !each.text.isEmpty())
                    .map(each -> each.text + "\n\n" + theirs.text)
                    .orElse(theirs.text);
            int version =
                    Math.max(theirs.version, before.map(each -> each.version).orElse(0));
            theirs.after(known, version, text).persist();
        });
        CustomerNote.delete("customer", visitor);
    }

    @Override
    @Transactional
    public void forget(UUID customer) {
        CustomerNote.update("text = '' where customer = ?1", customer);
    }
}
