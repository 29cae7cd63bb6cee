package dev.ramah.theme;

import dev.ramah.conversation.Stories;
import dev.ramah.customer.Customers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers who complain, each somebody new. */
@Singleton
class Unhappy {

    /** Somebody who said something, and their conversation. */
    record Told(UUID conversation, UUID customer) {}

    private static final int ROUNDS = 100;

    private final Stories stories;
    private final Customers customers;
    private final Themes themes;
    private final Clock clock;

    Unhappy(Stories stories, Customers customers, Themes themes, Clock clock) {
        this.stories = stories;
        this.customers = customers;
        this.themes = themes;
        this.clock = clock;
    }

    List<Told> tell(String language, @Nullable Integer csat, List<String> comments) {
        return comments.stream().map(each -> tell(language, csat, each, each)).toList();
    }

    /** Somebody who said this and rated it so, five minutes ago. */
    Told tell(String language, @Nullable Integer csat, String said, @Nullable String comment) {
        return tell(language, csat, said, comment, clock.instant().minus(Duration.ofMinutes(5)));
    }

    /** The same one, three minutes later, in another conversation. */
    Told tellAgain(Told who, String comment) {
        return tell(who.customer(), "en", 1, comment, comment, clock.instant().minus(Duration.ofMinutes(2)));
    }

    Told tell(String language, @Nullable Integer csat, String said, @Nullable String comment, Instant at) {
        UUID customer = customers.anonymousSince(at, "Dewi", null, language).id();
        return tell(customer, language, csat, said, comment, at);
    }

    private Told tell(
            UUID customer, String language, @Nullable Integer csat, String said, @Nullable String comment, Instant at) {
        UUID conversation = stories.tell(
                        new Stories.Opening("theme-" + UUID.randomUUID(), customer, "Dewi", language, null, at),
                        story -> {
                            story.customerSays(at, said);
                            story.customerResolves(at.plusSeconds(1), true);
                            if (csat != null || comment != null) {
                                story.customerRates(at.plusSeconds(2), csat, null, comment);
                            }
                        })
                .id();
        return new Told(conversation, customer);
    }

    /** The theme it was put in, which has to be one. */
    int theme(UUID conversation) {
        return perhaps(conversation).orElseThrow(() -> new AssertionError("It belongs nowhere"));
    }

    /** Nothing while it is like too few others; what other tests left unread is read first. */
    Optional<Integer> perhaps(UUID conversation) {
        themes.catchUp();
        for (int i = 0; i < ROUNDS && someAreUnread(); i++) {
            themes.catchUp();
        }
        return QuarkusTransaction.requiringNew().call(() -> Complaint.of(conversation, 1)
                .map(each -> each.theme)
                .map(each -> Theme.<Theme>findById(each).number));
    }

    private static boolean someAreUnread() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Complaint.count("words is not null and meaning is null") > 0);
    }
}
