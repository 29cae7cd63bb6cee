package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The door to what logs gained after a number, for many conversations at once; and to which of them gained at all. */
@ApplicationScoped
class Tails {

    /** Two statements for this many; more would make the first of them wait. */
    private static final int AT_ONCE = 200;

    /** As many entries go to a screen at once: with the longest of words a few hundred kilobytes. */
    static final int PAGE = 100;

    private static final int EVERYTHING = Integer.MAX_VALUE;

    private final StatelessSession session;
    private final Together<Wish, Tail> wishes = new Together<>("log-reader", AT_ONCE, this::pages);

    Tails(StatelessSession session) {
        this.session = session;
    }

    private record Wish(ConversationRef conversation, int after) {}

    /**
     * What a log has after some number.
     *
     * @param state where the conversation stands, null if there is none
     * @param shownToCustomer the number of the newest entry that the customer sees, 0 for none
     * @param entries in order; perhaps not yet the newest ones that the state counts
     * @param whole whether it has no more than these
     */
    record Tail(@Nullable State state, int shownToCustomer, List<Entry> entries, boolean whole) {

        /** The state; a {@link Problem} NOT_FOUND if there is no such conversation. */
        State stateOrProblem() {
            if (state == null) {
                throw Problem.notFound("There is no such conversation.");
            }
            return state;
        }

        int lastFor(View view) {
            return view == View.CUSTOMER ? shownToCustomer : stateOrProblem().last();
        }
    }

    /** The page after this number; read together with what others ask for just now. */
    CompletableFuture<Tail> after(ConversationRef conversation, int seq) {
        return wishes.ask(new Wish(conversation, seq));
    }

    /** What these gained, each after its number; those that don't exist are left out. */
    @Transactional
    List<Told> after(Map<ConversationRef, Integer> numbers) {
        List<Wish> all = numbers.entrySet().stream()
                .map(each -> new Wish(each.getKey(), each.getValue()))
                .toList();
        return read(all, EVERYTHING).stream()
                .filter(each -> each.state() != null)
                .map(each -> new Told(Objects.requireNonNull(each.state()), each.entries()))
                .toList();
    }

    /** The very ends, without entries, in the order of these. */
    @Transactional
    List<Tail> ends(List<State> states) {
        return pages(states.stream()
                .map(each -> new Wish(each.conversation(), each.last()))
                .toList());
    }

    @Transactional
    List<Tail> pages(List<Wish> wishes) {
        return read(wishes, PAGE);
    }

    private List<Tail> read(List<Wish> wishes, int most) {
        Set<Wish> each = new LinkedHashSet<>(wishes);
        // The entries first: what is written meanwhile is told, and a state that is too new does no harm.
        Map<Wish, List<EntryRow>> rows = entries(each, most);
        Map<UUID, Object[]> states =
                states(each.stream().map(wish -> wish.conversation().id()).collect(Collectors.toSet()));
        return wishes.stream().map(wish -> tail(wish, states, rows, most)).toList();
    }

    private static Tail tail(Wish wish, Map<UUID, Object[]> states, Map<Wish, List<EntryRow>> rows, int most) {
        Object[] found = states.get(wish.conversation().id());
        if (found == null) {
            return new Tail(null, 0, List.of(), true);
        }
        Conversation conversation = (Conversation) found[0];
        List<Entry> entries = rows.getOrDefault(wish, List.of()).stream()
                .map(each -> each.entry(conversation.customerName))
                .toList();
        return new Tail(conversation.state(), (Integer) found[1], entries, entries.size() < most);
    }

    private Map<Wish, List<EntryRow>> entries(Set<Wish> wishes, int most) {
        return session
                .createNativeQuery(
                        "select " + EntryRow.COLUMNS
                                + """
                                , wish.after
                                  from unnest(cast(:ids as uuid[]), cast(:numbers as int4[])) as wish (conversation, after)
                                 cross join lateral (select * from entry
                                                      where entry.conversation = wish.conversation
                                                        and entry.seq > wish.after
                                                      order by entry.seq limit :most) as e
                                  left join words w on w.conversation = e.conversation and w.seq = e.seq
                                 order by e.conversation, e.seq""",
                        Object[].class)
                .setParameter(
                        "ids",
                        wishes.stream().map(each -> each.conversation().id()).toArray(UUID[]::new))
                .setParameter("numbers", wishes.stream().map(Wish::after).toArray(Integer[]::new))
                .setParameter("most", most)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new Wish(new ConversationRef((UUID) row[0]), (Integer) row[row.length - 1]),
                        Collectors.mapping(EntryRow::of, Collectors.toList())));
    }

    private Map<UUID, Object[]> states(Set<UUID> ids) {
        List<Object[]> rows = session.createNativeQuery(
                        """
                        select {c.*}, coalesce((select e.seq from entry e
                                                 where e.conversation = c.id and e.kind <> all(:private)
                                                 order by e.seq desc limit 1), 0) as shown
                          from conversation c
                         where c.id = any(:ids)""",
                        Object[].class)
                .addEntity("c", Conversation.class)
                .addScalar("shown", Integer.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("private", Happened.PRIVATE.toArray(String[]::new))
                .getResultList();
        Map<UUID, Object[]> states = new HashMap<>();
        rows.forEach(row -> states.put(((Conversation) row[0]).id, row));
        return states;
    }

    /** That a transaction wrote entries of these kinds into a conversation, the first with this number. */
    record News(long transaction, ConversationRef conversation, int first, Set<String> kinds) {}

    /**
     * What was committed lately.
     *
     * @param settled every transaction before this one has ended, and what it wrote is known
     */
    record Lately(long settled, List<News> news) {}

    /** What transactions from this one on wrote, but for those that are known already. */
    @Transactional
    Lately since(long transaction, Collection<Long> but) {
        List<Object[]> rows = session.createNativeQuery(
                        """
                        select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as int8), news.*
                          from (select 1) as always
                          left join (select cast(cast(tx as text) as int8) as tx, conversation, min(seq),
                                            string_agg(distinct kind, ' ')
                                       from entry
                                      where tx >= cast(cast(:since as text) as xid8)
                                        and not cast(cast(tx as text) as int8) = any(:but)
                                      group by tx, conversation) as news on true""",
                        Object[].class)
                .setParameter("since", transaction)
                .setParameter("but", but.toArray(Long[]::new))
                .getResultList();
        List<News> news = rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> new News(
                        (Long) row[1],
                        new ConversationRef((UUID) row[2]),
                        (Integer) row[3],
                        Set.of(((String) row[4]).split(" ", -1))))
                .toList();
        return new Lately((Long) rows.get(0)[0], news);
    }
}
