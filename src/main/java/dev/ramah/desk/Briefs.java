package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.State;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.recall.Fact;
import dev.ramah.recall.Facts;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Profile.Purchase;
import dev.ramah.recall.Spoken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the briefs of a conversation from its log and from what is known of its customer. */
@ApplicationScoped
class Briefs {

    private final Conversations conversations;
    private final Customers customers;

    Briefs(Conversations conversations, Customers customers) {
        this.conversations = conversations;
        this.customers = customers;
    }

    /** One for each hand-over, the newest first. */
    List<Brief> of(State state, List<Entry> log) {
        List<Fact> known = known(state);
        Profile profile = profile(state);
        List<Entry> handovers =
                log.stream().filter(each -> handsOver(each, log)).toList();
        List<Brief> briefs = new ArrayList<>();
        for (Entry each : handovers) {
            boolean newest = each.equals(handovers.get(handovers.size() - 1));
            briefs.add(0, Brief.at(each, log, newest ? with(factsElsewhere(log, profile), known) : known, profile));
        }
        return List.copyOf(briefs);
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

    /** The newest one, which is what a colleague needs now. */
    @Nullable Brief newest(State state) {
        List<Brief> all = of(state, conversations.entries(state.conversation(), 0));
        return all.isEmpty() ? null : all.get(0);
    }

    /** The entry whose brief whoever takes it now is shown; null where taking itself is the hand-over. */
    @Nullable Integer shownTo(State state) {
        Integer newest = null;
        List<Entry> log = conversations.entries(state.conversation(), 0);
        for (Entry each : log) {
            if (each.episode() == state.episode() && handsOver(each, log)) {
                newest = each.seq();
            }
        }
        return newest;
    }

    /** What is known of the customer besides what they say here. */
    Profile profile(State state) {
        Optional<Guest> guest = customers.find(state.customer());
        return new Profile(
                guest.map(Guest::name).orElse(null),
                guest.map(Guest::email).orElse(null),
                guest.map(Guest::verified).orElse(false),
                customers.orders(state.customer()).stream()
                        .map(each -> new Purchase(each.order(), each.items()))
                        .toList(),
                guest.map(Guest::attributes).orElse(Map.of()));
    }

    /** Taking a conversation that the bot still had is a hand-over as well, without a question for one. */
    private static boolean handsOver(Entry entry, List<Entry> log) {
        Happened what = entry.what();
        if (what instanceof Happened.Assigned) {
            Optional<Entry> before = log.stream()
                    .filter(each -> each.seq() < entry.seq() && each.episode() == entry.episode())
                    .filter(each -> each.what() instanceof Happened.Escalated
                            || each.what() instanceof Happened.Transferred
                            || each.what() instanceof Happened.Requeued
                            || each.what() instanceof Happened.Assigned)
                    .findFirst();
            return before.isEmpty();
        }
        return what instanceof Happened.Escalated
                || what instanceof Happened.Transferred
                || what instanceof Happened.Requeued;
    }

    private List<Fact> known(State state) {
        List<Fact> facts = new ArrayList<>();
        Optional<Guest> guest = customers.find(state.customer());
        String source = guest.map(Guest::verified).orElse(false) ? "verified" : "said";
        guest.map(Guest::name).ifPresent(name -> facts.add(new Fact("name", name, null, source)));
        guest.map(Guest::email).ifPresent(email -> facts.add(new Fact("email", email, null, source)));
        facts.add(new Fact("language", state.language(), null, "verified"));
        if (state.page() != null) {
            facts.add(new Fact("page", state.page(), null, "verified"));
        }
        return facts;
    }
}
