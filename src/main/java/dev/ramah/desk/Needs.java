package dev.ramah.desk;

import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.knowledge.Articles;
import dev.ramah.routing.Need;
import dev.ramah.routing.Rules;
import dev.ramah.routing.Rules.Wish;
import dev.ramah.routing.Waiting;
import dev.ramah.staff.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the conversations that wait ask for, from their logs, their customers and what managers have set. */
@ApplicationScoped
class Needs {

    private final Handovers handovers;
    private final Customers customers;
    private final Articles articles;
    private final Settings settings;
    private final RoutingSetting setting;

    Needs(Handovers handovers, Customers customers, Articles articles, Settings settings, RoutingSetting setting) {
        this.handovers = handovers;
        this.customers = customers;
        this.articles = articles;
        this.settings = settings;
        this.setting = setting;
    }

    Rules rules() {
        return settings.of(setting);
    }

    /** Who waits for a person, in the order in which it is their turn. */
    List<State> inTurn() {
        List<State> waiting = handovers.waiting();
        Rules rules = rules();
        if (rules.customers().isEmpty() || waiting.size() < 2) {
            return waiting;
        }
        Map<UUID, State> byId = waiting.stream()
                .collect(Collectors.toMap(each -> each.conversation().id(), each -> each));
        Map<UUID, Guest> guests =
                customers.find(waiting.stream().map(State::customer).collect(Collectors.toSet()));
        return waiting.stream()
                .map(each -> new Waiting(
                        each.conversation().id(),
                        each.headOfQueue(),
                        since(each),
                        rules.ahead(attributes(guests.get(each.customer())))))
                .sorted()
                .map(each -> Objects.requireNonNull(byId.get(each.conversation())))
                .toList();
    }

    private static Instant since(State state) {
        return Objects.requireNonNullElse(state.waitingSince(), state.openedAt());
    }

    private static Map<String, String> attributes(@Nullable Guest guest) {
        return guest == null ? Map.of() : guest.attributes();
    }

    /** How much sooner than by its time this customer is served. */
    Duration ahead(State state) {
        return rules().ahead(attributes(customers.find(state.customer()).orElse(null)));
    }

    /** What this one asks for; {@code weight} is what it weighs. */
    Need of(State state, int weight) {
        List<Entry> episode = handovers.log(state).stream()
                .filter(each -> each.episode() == state.episode())
                .toList();
        Rules rules = rules();
        Wish wish = rules.topics().isEmpty()
                ? rules.wish(Set.of(), state.page())
                : rules.wish(articles.tagsOf(touched(episode)), state.page());
        return new Need(
                state.language(),
                weight,
                state.wanted(),
                handedOnBy(episode),
                handovers.knownTo(state.customer()),
                wish.teams(),
                wish.skills());
    }

    /** The articles that the bot answered from, offered, or that the customer chose. */
    private static Set<String> touched(List<Entry> episode) {
        Set<String> keys = new HashSet<>();
        for (Entry each : episode) {
            if (each.what() instanceof Happened.Said said) {
                said.citations().stream().map(Citation::article).forEach(keys::add);
                if (said.choice() != null) {
                    keys.add(said.choice());
                }
            }
        }
        return keys;
    }

    private static Set<UUID> handedOnBy(List<Entry> episode) {
        return episode.stream()
                .filter(each -> each.what() instanceof Happened.Transferred)
                .map(each -> each.by().id())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
