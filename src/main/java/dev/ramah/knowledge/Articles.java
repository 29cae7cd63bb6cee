package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import dev.ramah.platform.TextLines;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The stored help articles. Every change takes the next knowledge version, which {@link Library} compares. */
@ApplicationScoped
public class Articles {

    // Lines of an import written in one transaction: big enough to be quick, small enough to let others write.
    private static final int BATCH = 200;

    private static final String NEWEST = "select version from knowledge where site = 'main'";

    private final Session database;
    private final DataSource pool;
    private final Clock clock;

    Articles(Session database, DataSource pool, Clock clock) {
        this.database = database;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Takes a line of JSON an article ({@code id?, title, body, questions?, language?, tags?}). An article with
     * the same id and language is updated. A bad line is left out and reported; the others are stored.
     */
    public Imported importLines(InputStream ndjson) {
        TextLines lines = Lines.of(ndjson);
        Intake intake = new Intake();
        for (TextLines.@Nullable Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                intake.take(ArticleLine.incoming(line));
            }
        }
        return intake.done();
    }

    /** Takes a folder of Markdown, HTML, CSV and lines of JSON; {@code language} where a file doesn't say its own. */
    Imported importZip(InputStream zip, @Nullable String language) throws IOException {
        Intake intake = new Intake();
        ZippedArticles.read(zip, language, intake::take);
        return intake.done();
    }

    /** Takes one such file; its name says what it is. */
    Imported importFile(String name, byte[] content, @Nullable String language) {
        Intake intake = new Intake();
        ZippedArticles.file(name, content, language).forEach(intake::take);
        return intake.done();
    }

    /** Takes what was read elsewhere, one after the other as it is read. */
    Imported importAll(Stream<Incoming> incoming) {
        Intake intake = new Intake();
        incoming.forEachOrdered(intake::take);
        return intake.done();
    }

    /** Stores what comes in, some at a time, and notes what is left out. */
    private final class Intake {

        private final List<Draft> batch = new ArrayList<>();
        private Imported sum = new Imported(0, 0, new ArrayList<>());

        void take(Incoming each) {
            Draft draft = each.draft();
            if (draft == null) {
                sum.rejected().add(new Imported.Rejected(each.file(), each.line(), each.reason()));
                return;
            }
            batch.add(draft);
            if (batch.size() == BATCH) {
                storeBatch();
            }
        }

        private void storeBatch() {
            sum = sum.plus(store(batch));
            batch.clear();
        }

        Imported done() {
            if (!batch.isEmpty()) {
                storeBatch();
            }
            return sum;
        }
    }

    private Imported store(List<Draft> drafts) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            long change = nextVersion();
            Map<List<String>, Article> stored = new HashMap<>();
            Set<String> keys = drafts.stream().map(Draft::key).collect(Collectors.toSet());
            Article.<Article>list("key in ?1", keys).forEach(each -> stored.put(names(each.key, each.language), each));
            int updated = 0;
            for (Draft draft : drafts) {
                Article article = stored.get(names(draft.key(), draft.language()));
                if (article == null) {
                    article = new Article(draft.key(), draft.language());
                    stored.put(names(draft.key(), draft.language()), article);
                } else if (!article.deleted) {
                    updated++;
                }
                article.write(draft, change, clock.instant());
                article.persist();
            }
            return new Imported(drafts.size() - updated, updated, List.of());
        });
    }

    private static List<String> names(String key, String language) {
        return List.of(key, language);
    }

    /** Adds a new article; a key that is taken in this language is a conflict. */
    @Transactional
    Article create(Draft draft) {
        long change = nextVersion();
        Article article = stored(draft.key(), draft.language()).orElse(null);
        if (article != null && !article.deleted) {
            throw Problem.conflict("There is an article with this id already.");
        }
        return write(article, draft, change);
    }

    /** Writes the text of an article, new or not; if the version given isn't the newest, someone else wrote. */
    @Transactional
    Article write(Draft draft, @Nullable Integer version) {
        long change = nextVersion();
        Article article = stored(draft.key(), draft.language()).orElse(null);
        if (version != null && article != null && !article.deleted && article.version != version) {
            throw Problem.conflict("Someone else changed this article meanwhile. Load it again.");
        }
        return write(article, draft, change);
    }

    private Article write(@Nullable Article stored, Draft draft, long change) {
        Article article = stored == null ? new Article(draft.key(), draft.language()) : stored;
        article.write(draft, change, clock.instant());
        article.persist();
        return article;
    }

    /** Deleting what isn't there changes nothing. */
    @Transactional
    void delete(String key, String language) {
        long change = nextVersion();
        stored(key, language).ifPresent(article -> article.delete(change, clock.instant()));
    }

    /** The article in this language, or, for readers, in English or any other it exists in. */
    @Transactional
    Optional<Article> find(String key, String language) {
        Map<String, Article> byLanguage = new TreeMap<>();
        Article.<Article>list("key = ?1 and not deleted", key).forEach(each -> byLanguage.put(each.language, each));
        return Languages.choose(language, byLanguage);
    }

    /** The article in exactly this language, for editors. */
    @Transactional
    Optional<Article> exactly(String key, String language) {
        return stored(key, language).filter(article -> !article.deleted);
    }

    private static Optional<Article> stored(String key, String language) {
        return Article.find("key = ?1 and language = ?2", key, language).firstResultOptional();
    }

    /** One page of the articles that hold these words, the newest change first. */
    @Transactional
    Listed list(Filter filter, int page, int size) {
        String where =
                "not deleted and (:q = '' or lower(key || ' ' || title || ' ' || body || ' ' || array_to_string(questions, ' ', ''))"
                        + " like :like escape '!')"
                        + " and (:language = '' or language = :language) and (:tag = '' or array_contains(tags, :tag))";
        Map<String, Object> values =
                Map.of("q", filter.words(), "like", filter.like(), "language", filter.language(), "tag", filter.tag());
        var found = Article.<Article>find(where + " order by updatedAt desc, key, language", values);
        return new Listed(found.count(), found.page(page, size).list());
    }

    /** A page of articles, and how many there are in all. */
    record Listed(long total, List<Article> articles) {}

    /** What to look for; an empty text asks for nothing. */
    record Filter(String words, String language, String tag) {

        String like() {
            String literal = words.toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            return "%" + literal + "%";
        }
    }

    @Transactional
    long count() {
        return Article.count("not deleted");
    }

    /** The tags of each article, in whatever language it has them; of a deleted one nobody knows them any more. */
    @Transactional
    public Map<String, Set<String>> tags() {
        Map<String, Set<String>> tags = new HashMap<>();
        database.createNativeQuery("select key, unnest(tags) from article where not deleted", Object[].class)
                .getResultList()
                .forEach(row -> tags.computeIfAbsent((String) row[0], first -> new HashSet<>())
                        .add((String) row[1]));
        return tags;
    }

    /** The tags of these articles, in whatever language they have them. */
    @Transactional
    public Set<String> tagsOf(Set<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : Set.copyOf(database.createNativeQuery(
                                "select distinct unnest(tags) from article where key = any(:keys) and not deleted",
                                String.class)
                        .setParameter("keys", keys.toArray(String[]::new))
                        .getResultList());
    }

    /** Every tag in use or decided about, and whether its questions go to a person. */
    @Transactional
    public Map<String, Boolean> topics() {
        Map<String, Boolean> topics = new TreeMap<>();
        database.createNativeQuery("select distinct unnest(tags) from article where not deleted", String.class)
                .getResultList()
                .forEach(tag -> topics.put(tag, false));
        Topic.<Topic>listAll().forEach(topic -> topics.put(topic.tag, topic.needsPerson));
        return topics;
    }

    /** Says for these tags whether their questions go to a person; other tags stay as they are. */
    @Transactional
    public void decide(Map<String, Boolean> needsPerson) {
        nextVersion();
        needsPerson.forEach((tag, needs) -> {
            Topic topic = Topic.findById(tag);
            if (topic == null) {
                new Topic(tag, needs).persist();
            } else {
                topic.needsPerson = needs;
            }
        });
    }

    /** Asked before every question: in one journey to the database, which a transaction would make three of. */
    long version() {
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement(NEWEST);
                ResultSet found = query.executeQuery()) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the articles' version can't be read", e);
        }
    }

    /** What changed after this version, the deleted ones included. */
    @Transactional
    Changes since(long version) {
        long newest = newest();
        List<Article> articles = Article.list("changed > ?1 order by changed, id", version);
        Set<String> people = new HashSet<>();
        Topic.<Topic>list("needsPerson").forEach(topic -> people.add(topic.tag));
        return new Changes(newest, articles, people);
    }

    /** The newest version, the articles that differ, and all topics that need a person. */
    record Changes(long version, List<Article> articles, Set<String> topicsForPeople) {}

    private long newest() {
        return database.createNativeQuery(NEWEST, Long.class).getSingleResult();
    }

    private long nextVersion() {
        return database.createNativeQuery(
                        "update knowledge set version = version + 1 where site = 'main' returning version", Long.class)
                .getSingleResult();
    }
}
