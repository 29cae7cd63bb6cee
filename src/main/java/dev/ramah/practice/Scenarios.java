package dev.ramah.practice;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.State;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.recall.Facts;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Spoken;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Changes;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The door to scenarios: made of a conversation by managers, read by them alone until one of them approves it. */
@ApplicationScoped
class Scenarios implements Forgets {

    /** Facts that are worth a question; a language or a page nobody asks for. */
    private static final List<String> ASKED_FOR =
            List.of("name", "email", "phone", "order", "code", "product", "place", "date", "amount", "error");

    /** What the shop calls attributes that say who or where somebody is. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(?iu).*(?:name|nama|address|alamat|street|jalan|company|perusahaan|phone|telp|telepon|mail).*");

    private static final int LONGEST_TITLE = 60;

    private final Conversations conversations;
    private final Customers customers;
    private final Accounts accounts;
    private final Changes changes;
    private final Session entities;
    private final Clock clock;

    Scenarios(
            Conversations conversations,
            Customers customers,
            Accounts accounts,
            Changes changes,
            Session entities,
            Clock clock) {
        this.conversations = conversations;
        this.customers = customers;
        this.accounts = accounts;
        this.changes = changes;
        this.entities = entities;
        this.clock = clock;
    }

    /** All, the newest first. */
    @Transactional
    List<StoredScenario> all() {
        return StoredScenario.list("order by madeAt desc, id");
    }

    /** Those that anybody of staff may rehearse, the newest first. */
    @Transactional
    List<StoredScenario> approved() {
        return StoredScenario.list("state = ?1 order by approvedAt desc, id", StoredScenario.State.APPROVED);
    }

    @Transactional
    StoredScenario find(UUID id) {
        return StoredScenario.expect(id);
    }

    /** What was said in the conversation that a draft is from, line by line; empty where nothing leads there any more. */
    @Transactional
    List<Plot.Line> before(StoredScenario draft) {
        return draft.source == null || draft.episode == null
                ? List.of()
                : Recording.of(conversations.entries(new ConversationRef(draft.source), 0), draft.episode)
                        .lines();
    }

    /**
     * Makes a draft of an episode, anonymous.
     *
     * @param episode null for the newest in which a colleague answered
     * @throws Problem INVALID if there is nothing to rehearse in it, NOT_FOUND
     */
    @Transactional
    StoredScenario draft(ConversationRef conversation, @Nullable Integer episode, AgentRef by) {
        // Whoever erases holds this row: what is erased meanwhile is not copied.
        entities.createNativeQuery("select id from conversation where id = :conversation for share", UUID.class)
                .setParameter("conversation", conversation.id())
                .getResultList();
        State state = conversations.find(conversation);
        List<Entry> log = conversations.entries(conversation, 0);
        int which = episode == null ? Recording.hardest(log) : episode;
        Recording recording = Recording.of(log, which);
        if (recording.lines().isEmpty() || recording.lines().stream().noneMatch(each -> each.by() == Who.CUSTOMER)) {
            throw Problem.invalid("The customer says nothing in it.");
        }
        Instant now = clock.instant();
        StoredScenario draft = new StoredScenario(Ids.next(now), plot(state, recording), by.id(), now);
        draft.source = conversation.id();
        draft.episode = which;
        draft.persist();
        changes.record(by, "practice", draft.id.toString(), null, Map.of("state", "draft"));
        return draft;
    }

    private Plot plot(State state, Recording recording) {
        List<Disguise.Line> said = spoken(recording);
        String language = state.language();
        Disguise disguise = Disguise.of(known(state), said, language);
        List<String> told = disguise.all(said);
        List<Plot.Line> lines = IntStream.range(0, told.size())
                .mapToObj(i -> new Plot.Line(i + 1, recording.lines().get(i).by(), told.get(i), i + 1))
                .toList();
        // Made with the same disguise, so that lines call them by it.
        String name = Objects.requireNonNullElse(state.customerName(), "");
        return Plot.of(
                title(lines),
                language,
                name.isBlank() ? "" : disguise.on(name),
                recording.reason(),
                lines,
                facts(lines));
    }

    private static String title(List<Plot.Line> lines) {
        String words = lines.stream()
                .filter(each -> each.by() == Who.CUSTOMER && each.text().split("\\s+", -1).length > 2)
                .map(Plot.Line::text)
                .findFirst()
                .orElse(lines.get(0).text())
                .replaceAll("\\s+", " ");
        return words.length() <= LONGEST_TITLE
                ? words
                : words.substring(0, LONGEST_TITLE).strip() + "…";
    }

    private static List<Plot.Told> facts(List<Plot.Line> lines) {
        List<Spoken> said = lines.stream()
                .takeWhile(each -> each.by() != Who.AGENT)
                .map(each -> new Spoken(each.seq(), each.by().role(), each.text()))
                .toList();
        return Facts.in(said, Profile.UNKNOWN).stream()
                .filter(each -> ASKED_FOR.contains(each.kind()))
                .map(each -> new Plot.Told(each.kind(), each.value(), each.seq()))
                .limit(20)
                .toList();
    }

    private static List<Disguise.Line> spoken(Recording recording) {
        return recording.lines().stream()
                .map(each -> new Disguise.Line(each.by() != Who.CUSTOMER, each.text()))
                .toList();
    }

    private Disguise.Known known(State state) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (state.customerName() != null) {
            names.add(state.customerName());
        }
        customers.find(state.customer()).ifPresent(guest -> know(guest, names, values));
        customers.orders(state.customer()).forEach(each -> values.add(each.order()));
        return new Disguise.Known(names.stream().distinct().toList(), staff(), values);
    }

    private static void know(Guest guest, List<String> names, List<String> values) {
        if (guest.name() != null) {
            names.add(guest.name());
        }
        if (guest.email() != null) {
            values.add(guest.email());
        }
        if (guest.externalId() != null) {
            values.add(guest.externalId());
        }
        guest.attributes().forEach((key, value) -> {
            boolean figures = value.codePoints().filter(Character::isDigit).count() >= 4 && !value.contains(" ");
            if (figures || value.contains("@") || PERSONAL.matcher(key).matches()) {
                values.add(value);
            }
        });
    }

    /**
     * Changes what a scenario tells, in place of the version that was seen. What was approved is a draft again, and is not
     * begun by anybody until it is approved again.
     *
     * @throws Problem CONFLICT if somebody changed it meanwhile, INVALID, NOT_FOUND
     */
    @Transactional
    StoredScenario change(UUID id, int seen, Plot plot, AgentRef by) {
        StoredScenario scenario = StoredScenario.locked(id, seen);
        if (scenario.state == StoredScenario.State.APPROVED) {
            changes.record(by, "practice", id.toString(), Map.of("state", "approved"), Map.of("state", "draft"));
        }
        scenario.write(plot);
        // Drafts are words of a customer until somebody has looked through them: no record keeps those.
        changes.record(by, "practice", id.toString(), null, Map.of("title", "changed"));
        return scenario;
    }

    /**
     * Lets everybody of staff rehearse it.
     *
     * @param sure whether somebody has looked at {@link #doubts} and knows that they are nobody's
     * @throws Problem INVALID if something that is known of the customer is still to be read in it, CONFLICT also where
     *     there are doubts and nobody is sure, NOT_FOUND
     */
    @Transactional
    StoredScenario approve(UUID id, int seen, boolean sure, AgentRef by) {
        StoredScenario scenario = StoredScenario.locked(id, seen);
        if (scenario.source != null) {
            requireAnonymous(scenario, scenario.source);
        }
        List<String> doubts = doubts(scenario);
        if (!sure && !doubts.isEmpty()) {
            throw Problem.conflict("This looks like somebody's: " + String.join(", ", doubts)
                    + ". Take it out, or look at it and approve it all the same.");
        }
        scenario.approve(by.id(), clock.instant());
        changes.record(by, "practice", id.toString(), null, Map.of("state", "approved"));
        return scenario;
    }

    /**
     * Words that look like a name, a number or an address, and were not there when it was approved. To whom it led nobody
     * knows any more, so that nothing better can be looked for.
     */
    @Transactional
    List<String> doubts(StoredScenario of) {
        if (of.cleared == null || of.cleared.equals(of.plot)) {
            return List.of();
        }
        Set<String> before = of.cleared.words().stream()
                .flatMap(each -> Disguise.words(each.text()).stream())
                .collect(Collectors.toSet());
        List<Disguise.Line> lines = of.plot.lines().stream()
                .map(each -> new Disguise.Line(each.by() != Who.CUSTOMER, each.text()))
                .toList();
        Disguise disguise = Disguise.of(new Disguise.Known(List.of(), staff(), List.of()), lines, of.plot.language());
        return of.plot.words().stream()
                .flatMap(each -> disguise.replacedIn(each.text()).stream())
                .filter(each -> !before.contains(each))
                .distinct()
                .toList();
    }

    private List<String> staff() {
        return accounts.all().stream().map(Colleague::name).toList();
    }

    private void requireAnonymous(StoredScenario scenario, UUID source) {
        State state = conversations.find(new ConversationRef(source));
        List<Plot.Words> words = scenario.plot.words();
        List<Integer> left = Disguise.of(known(state), List.of(), scenario.plot.language())
                .leftIn(words.stream().map(Plot.Words::text).toList());
        if (!left.isEmpty()) {
            throw Problem.invalid("Something of the customer is still to be read in "
                    + words.get(left.get(0)).where() + ". Take it out first.");
        }
    }

    /** Nobody begins it any more. */
    @Transactional
    StoredScenario retire(UUID id, int seen, AgentRef by) {
        StoredScenario scenario = StoredScenario.locked(id, seen);
        if (!scenario.wasApproved()) {
            throw Problem.conflict("Only what was approved can be put away.");
        }
        scenario.retire();
        changes.record(by, "practice", id.toString(), null, Map.of("state", "retired"));
        return scenario;
    }

    /** Throws a draft away; again changes nothing. */
    @Transactional
    void drop(UUID id, AgentRef by) {
        StoredScenario.<StoredScenario>findByIdOptional(id).ifPresent(scenario -> {
            if (scenario.wasApproved()) {
                throw Problem.conflict("It was approved: put it away instead.");
            }
            scenario.delete();
            changes.record(by, "practice", id.toString(), Map.of("state", "draft"), null);
        });
    }

    /** Drafts go with those whom they are about; what is approved is about nobody. */
    @Override
    @Transactional
    public void forget(UUID customer) {
        List<UUID> theirs = entities.createNativeQuery(
                        "select id from conversation where customer = :customer order by id for update", UUID.class)
                .setParameter("customer", customer)
                .getResultList();
        entities.createNativeMutationQuery("delete from practice_scenario where source = any(:theirs)")
                .setParameter("theirs", theirs.toArray(UUID[]::new))
                .executeUpdate();
    }
}
