package dev.ramah.knowledge;

import dev.ramah.platform.Forgets;
import dev.ramah.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Articles that wait for a person's word. The bot doesn't know them; publishing makes articles of them. */
@ApplicationScoped
public class Proposals implements Forgets {

    private final Session database;
    private final Articles articles;
    private final Clock clock;

    Proposals(Session database, Articles articles, Clock clock) {
        this.database = database;
        this.articles = articles;
        this.clock = clock;
    }

    /**
     * Proposes an article made from what was said in these conversations.
     *
     * @return the number that it is found under
     * @throws Problem INVALID when a text is missing or too long
     */
    @Transactional
    public long propose(
            String title, String body, List<String> questions, String language, List<UUID> sources, String by) {
        String fitting = title.substring(0, Math.min(Draft.TITLE, title.length()));
        Draft draft = Draft.of(null, language, fitting, body, List.copyOf(questions), List.of());
        Proposal proposal = new Proposal(free(draft), sources, clock.instant(), by);
        proposal.persistAndFlush();
        return number(proposal);
    }

    /** Under a key that neither an article nor another proposal has. */
    private Draft free(Draft draft) {
        String key = draft.key();
        for (int next = 2; isTaken(key); next++) {
            key = draft.key() + "-" + next;
        }
        return draft.under(key);
    }

    private static boolean isTaken(String key) {
        return Article.count("key = ?1 and not deleted", key) + Proposal.count("key", key) > 0;
    }

    private static long number(Proposal proposal) {
        Long id = proposal.id;
        if (id == null) {
            throw new IllegalStateException("it is not stored yet");
        }
        return id;
    }

    /** The newest first. */
    @Transactional
    List<Proposal> all() {
        return Proposal.list("order by madeAt desc, id desc");
    }

    /** The texts of all. */
    @Transactional
    public List<Draft> drafts() {
        return all().stream().map(Proposal::draft).toList();
    }

    /**
     * The text of one.
     *
     * @throws Problem NOT_FOUND when it was published or discarded
     */
    @Transactional
    public Draft draft(long number) {
        return find(number).draft();
    }

    @Transactional
    Proposal find(long number) {
        Proposal proposal = Proposal.findById(number);
        if (proposal == null) {
            throw Problem.notFound("This draft is not there any more.");
        }
        return proposal;
    }

    @Transactional
    Proposal write(long number, Draft draft) {
        Proposal proposal = find(number);
        proposal.write(draft);
        return proposal;
    }

    /** Discarding what isn't there changes nothing. */
    @Transactional
    void discard(long number) {
        Proposal.deleteById(number);
    }

    /** Makes an article of it, which the next question knows; one that has its key and language is a conflict. */
    @Transactional
    Article publish(long number) {
        Proposal proposal = find(number);
        Article article = articles.create(proposal.draft());
        done(proposal, article);
        return article;
    }

    /** Adds its title and questions to an article that says the same, instead of a second one. */
    @Transactional
    Article join(long number, String key) {
        Proposal proposal = find(number);
        Article article = articles.exactly(key, proposal.language)
                .orElseThrow(() -> Problem.notFound("There is no such article in this language."));
        Set<String> questions = new LinkedHashSet<>(article.questions);
        questions.add(proposal.title);
        questions.addAll(proposal.questions);
        questions.remove(article.title);
        Draft both =
                Draft.of(key, article.language, article.title, article.body, new ArrayList<>(questions), article.tags);
        Article written = articles.write(both, null);
        done(proposal, written);
        return written;
    }

    private void done(Proposal proposal, Article article) {
        boolean asked = !proposal.sources.isEmpty();
        proposal.delete();
        if (asked) {
            database.createNativeMutationQuery(
                            """
                            insert into closed_gap (key, language, published_at) values (:key, :language, :at)
                            on conflict (site, key, language) do update set published_at = excluded.published_at""")
                    .setParameter("key", article.key)
                    .setParameter("language", article.language)
                    .setParameter("at", clock.instant())
                    .executeUpdate();
        }
    }

    /** The articles that closed a gap and are still there, the newest first. */
    @Transactional
    public List<ClosedGap> closed() {
        return database
                .createNativeQuery(
                        """
                        select a.key, a.language, a.title, g.published_at
                          from closed_gap g join article a on a.key = g.key and a.language = g.language
                         where not a.deleted order by g.published_at desc""",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new ClosedGap((String) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
                .toList();
    }

    /** What waits with words of theirs goes; what somebody approved is the shop's own text by then. */
    @Override
    @Transactional
    public void forget(UUID customer) {
        database.createNativeMutationQuery(
                        """
                        delete from proposal
                         where sources && (select array_agg(id) from conversation where customer = :customer)""")
                .setParameter("customer", customer)
                .executeUpdate();
    }

    /** What somebody sent as the text of this one; a missing language stays as it is. */
    Draft changed(Proposal proposal, ArticlesResource.Text text) {
        @Nullable String language = text.language() == null ? proposal.language : text.language();
        return text.draft(text.article() == null ? proposal.key : text.article(), language);
    }
}
