package dev.ramah.knowledge;

import dev.ramah.language.SentenceModel;
import dev.ramah.language.Vector;
import dev.ramah.platform.Memory;
import dev.ramah.platform.Threads;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The articles in memory, for questions. Each question first compares the version of the stored articles and
 * catches up, so a changed article counts in the very next question, on every node.
 */
@ApplicationScoped
public class Library {

    private static final Logger LOG = Logger.getLogger(Library.class);

    // Texts a question waits for, about 10 ms each; more are computed in the background while words stand in.
    private static final int WAIT_FOR = 40;

    // Articles given their meanings at a time by the background, so that the first ones count early.
    private static final int BATCH = 20;

    private final Articles stored;
    private final SentenceModel model;
    private final Memory memory;
    // What was written is read while others are still being learned: learning thousands takes half a minute.
    private final ExecutorService background = Executors.newSingleThreadExecutor(Threads.named("library"));
    private final ExecutorService learning = Executors.newSingleThreadExecutor(Threads.named("learning"));
    private volatile Edition content;

    Library(Articles stored, SentenceModel model, Memory memory) {
        this.stored = stored;
        this.model = model;
        this.memory = memory;
        this.content = new Edition(model, -1, Map.of(), Set.of());
    }

    void open(@Observes StartupEvent started) {
        background.execute(this::current);
    }

    @PreDestroy
    void close() {
        background.shutdownNow();
        learning.shutdownNow();
    }

    /** As {@link Edition#search}, of the newest articles. */
    public Found search(String question, String language) {
        return current().search(question, language);
    }

    /** The newest articles. */
    public Edition current() {
        return stored.version() == content.version() ? content : catchUp();
    }

    /** The newest articles as they would be with these. What is not trained yet is read as a new article is. */
    public Edition with(List<Draft> drafts) {
        Edition now = current();
        Map<String, List<Draft>> byLanguage = drafts.stream().collect(Collectors.groupingBy(Draft::language));
        Map<String, Shelf> shelves = new HashMap<>(now.shelves());
        byLanguage.forEach((language, some) -> {
            List<Shelved> read = withMeanings(
                    some.stream().map(each -> Shelved.of(each, now.version())).toList(), Integer.MAX_VALUE);
            Shelf shelf = now.shelves().getOrDefault(language, Shelf.empty(language));
            shelves.put(language, shelf.apart(read, model.vocabulary()));
        });
        return now.with(shelves);
    }

    /** Whether questions are answered from the newest articles, each with its meaning. */
    boolean embedded() {
        return waiting() == 0;
    }

    /** How many articles are found by their words only, until their meaning is known. */
    int waiting() {
        return unembedded(current()).size();
    }

    /** Whether all shelves have learned from the newest articles. */
    boolean trained() {
        return embedded() && content.shelves().values().stream().allMatch(Shelf::isTrained);
    }

    /** The languages with too few examples to calibrate on; what confidences mean there was learned elsewhere. */
    List<String> uncalibrated() {
        return content.shelves().entrySet().stream()
                .filter(each -> !each.getValue().hasOwnCalibration())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private synchronized Edition catchUp() {
        Articles.Changes changes = stored.since(content.version());
        if (changes.version() == content.version()) {
            return content;
        }
        Map<String, List<Article>> byLanguage = new HashMap<>();
        changes.articles().forEach(each -> byLanguage
                .computeIfAbsent(each.language, language -> new ArrayList<>())
                .add(each));
        Map<String, Shelf> shelves = new HashMap<>(content.shelves());
        byLanguage.forEach((language, articles) -> shelves.merge(
                language, written(Shelf.empty(language), articles), (old, fresh) -> written(old, articles)));
        shelves.values().removeIf(shelf -> shelf.articles().isEmpty());
        content = new Edition(model, changes.version(), shelves, changes.topicsForPeople());
        background.execute(this::prepare);
        return content;
    }

    private Shelf written(Shelf shelf, List<Article> articles) {
        List<Shelved> written = articles.stream()
                .filter(each -> !each.deleted)
                .map(each -> Shelved.of(each.draft(), each.changed))
                .toList();
        List<String> deleted = articles.stream()
                .filter(each -> each.deleted)
                .map(each -> each.key)
                .toList();
        return shelf.with(withMeanings(written, WAIT_FOR), deleted, model.vocabulary());
    }

    /** Stored meanings are read; missing ones, if so many at most, are computed at once. */
    private List<Shelved> withMeanings(List<Shelved> articles, int most) {
        List<String> texts = articles.stream()
                .flatMap(each -> each.texts().stream())
                .distinct()
                .toList();
        Map<String, Vector> known = model.stored(texts);
        if (texts.size() - known.size() <= most) {
            known = model.meanings(texts);
        }
        Map<String, Vector> meanings = known;
        return articles.stream().map(each -> each.with(meanings)).toList();
    }

    private static List<Shelved> unembedded(Edition content) {
        return content.shelves().values().stream()
                .flatMap(shelf -> shelf.articles().stream())
                .filter(each -> each.meanings() == null)
                .toList();
    }

    private void prepare() {
        try {
            embed();
            learning.execute(this::train);
        } catch (RuntimeException e) {
            LOG.error("Articles can't be read; the next change tries again.", e);
        }
    }

    /** Computes meanings that are missing, a few articles at a time; what changes meanwhile comes next. */
    private void embed() {
        for (List<Shelved> missing = unembedded(content); !missing.isEmpty(); missing = unembedded(content)) {
            List<Shelved> some = missing.subList(0, Math.min(BATCH, missing.size()));
            List<String> texts = some.stream()
                    .flatMap(each -> each.texts().stream())
                    .distinct()
                    .toList();
            Map<String, Vector> known = model.meanings(texts);
            List<Shelved> meant = some.stream().map(each -> each.with(known)).toList();
            replaceAll((language, shelf) -> shelf.embedded(meant.stream()
                    .filter(each -> each.draft().language().equals(language))
                    .toList()));
        }
    }

    /** A shelf that changed meanwhile takes what was learned so far, and the next round, which its change has ordered. */
    private void train() {
        try {
            content.shelves().forEach((language, shelf) -> {
                if (!shelf.isTrained()) {
                    Shelf fresh = shelf.trained();
                    replaceAll((each, now) -> now == shelf ? fresh : each.equals(language) ? now.taughtBy(fresh) : now);
                    memory.giveBack();
                }
            });
        } catch (RuntimeException e) {
            LOG.error("Nothing was learned from the articles; the next change tries again.", e);
        }
    }

    private synchronized void replaceAll(BiFunction<String, Shelf, Shelf> change) {
        Map<String, Shelf> shelves = new HashMap<>(content.shelves());
        shelves.replaceAll(change);
        content = content.with(shelves);
    }
}
