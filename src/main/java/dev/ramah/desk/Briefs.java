package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.State;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Order;
import dev.ramah.recall.Fact;
import dev.ramah.recall.Facts;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Profile.Purchase;
import dev.ramah.recall.Spoken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the briefs of a conversation from its log and from what is known of its customer. */
@ApplicationScoped
class Briefs {

    private final Conversations conversations;
    private final Handovers handovers;
    private final Customers customers;

    Briefs(Conversations conversations, Handovers handovers, Customers customers) {
        this.conversations = conversations;
        this.handovers = handovers;
        this.customers = customers;
    }

    /** One for each hand-over, the newest first. */
    List<Brief> of(State state, List<Entry> log) {
        @Nullable Guest guest = customers.find(state.customer()).orElse(null);
        List<Fact> known = known(state, guest);
        Profile profile = profile(guest, customers.orders(state.customer()));
        List<Brief> briefs = new ArrayList<>();
        for (Entry each : handovers(log)) {
            briefs.add(briefs.isEmpty() ? newest(each, log, known, profile) : Brief.at(each, log, known, profile));
        }
        return List.copyOf(briefs);
    }

    /** The newest one of each of these, which is what a colleague needs now; read at once, for a queue may be long. */
    Map<ConversationRef, Brief> newest(Collection<State> states) {
        if (states.isEmpty()) {
            return Map.of();
        }
        Map<ConversationRef, List<Entry>> logs = handovers.logs(states);
        Set<UUID> who = states.stream().map(State::customer).collect(Collectors.toSet());
        Map<UUID, Guest> guests = customers.find(who);
        Map<UUID, List<Order>> orders = customers.orders(who);
        Map<ConversationRef, Brief> briefs = new HashMap<>();
        for (State each : states) {
            List<Entry> log = logs.getOrDefault(each.conversation(), List.of());
            @Nullable Guest guest = guests.get(each.customer());
            Profile profile = profile(guest, orders.getOrDefault(each.customer(), List.of()));
            handovers(log).stream()
                    .findFirst()
                    .ifPresent(handover ->
                            briefs.put(each.conversation(), newest(handover, log, known(each, guest), profile)));
        }
        return briefs;
    }

    private Brief newest(Entry handover, List<Entry> log, List<Fact> known, Profile profile) {
        return Brief.at(handover, log, with(factsElsewhere(log, profile), known), profile);
    }

    /** The newest first. */
    private static List<Entry> handovers(List<Entry> log) {
        List<Entry> found = new ArrayList<>();
        log.stream().filter(each -> handsOver(each, log)).forEach(each -> found.add(0, each));
        return found;
    }

    private List<Fact> factsElsewhere(List<Entry> log, Profile profile) {
        return Facts.in(
                elsewhere(log).stream()
                        .filter(each -> each.by() == Role.CUSTOMER)
                        .toList(),
                profile);
    }

    /**
     * What was said in conversations that go on in the one with this log, each under the number of the entry that says
     * so: that is where it can be read.
     */
    List<Spoken> elsewhere(List<Entry> log) {
        List<Spoken> all = new ArrayList<>();
        for (Entry each : log) {
            if (each.what() instanceof Happened.Absorbed absorbed) {
                List<Entry> theirs = conversations.entries(new ConversationRef(absorbed.from()), 0);
                elsewhere(theirs).forEach(said -> all.add(new Spoken(each.seq(), said.by(), said.text())));
                Brief.spoken(theirs).forEach(said -> all.add(new Spoken(each.seq(), said.by(), said.text())));
            }
        }
        return all;
    }

    private static List<Fact> with(List<Fact> said, List<Fact> known) {
        List<Fact> all = new ArrayList<>(known);
        said.stream()
                .filter(each -> known.stream().noneMatch(other -> Brief.isSame(each, other)))
                .forEach(all::add);
        return all;
    }

    /** The entry whose brief whoever takes it now is shown; null where taking itself is the hand-over. */
    @Nullable Integer shownTo(State state) {
        return handovers(handovers.log(state)).stream()
                .filter(each -> each.episode() == state.episode())
                .map(Entry::seq)
                .findFirst()
                .orElse(null);
    }

    /** What is known of the customer besides what they say here. */
    Profile profile(State state) {
        return profile(customers.find(state.customer()).orElse(null), customers.orders(state.customer()));
    }

    private static Profile profile(@Nullable Guest guest, List<Order> orders) {
        List<Purchase> purchases = orders.stream()
                .map(each -> new Purchase(each.order(), each.items()))
                .toList();
        return guest == null
                ? new Profile(null, null, false, purchases, Map.of())
                : new Profile(guest.name(), guest.email(), guest.verified(), purchases, guest.attributes());
    }

    /** Taking a conversation that the bot still had is a hand-over as well, without a question for one. */
    private static boolean handsOver(Entry entry, List<Entry> log) {
        if (entry.what() instanceof Happened.Assigned) {
            return log.stream()
                    .filter(each -> each.seq() < entry.seq() && each.episode() == entry.episode())
                    .noneMatch(each -> each.what().handsOver());
        }
        return entry.what().handsOver();
    }

    private static List<Fact> known(State state, @Nullable Guest guest) {
        List<Fact> facts = new ArrayList<>();
        if (guest != null) {
            String source = guest.verified() ? "verified" : "said";
            Stream.ofNullable(guest.name()).forEach(name -> facts.add(new Fact("name", name, null, source)));
            Stream.ofNullable(guest.email()).forEach(email -> facts.add(new Fact("email", email, null, source)));
        }
        facts.add(new Fact("language", state.language(), null, "verified"));
        if (state.page() != null) {
            facts.add(new Fact("page", state.page(), null, "verified"));
        }
        return facts;
    }
}
