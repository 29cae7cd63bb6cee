package dev.ramah.language;

import dev.ramah.platform.StartOrder;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Says what a text means. It runs in this process, needs no network, and loads in the background when the
 * application starts; whoever asks earlier waits for it.
 */
@ApplicationScoped
public class SentenceModel {

    /** Characters of a text that are read, about 250 tokens: time grows with length, and no question is longer. */
    static final int READ = 1_200;

    // Stored after each, so that an interrupted import of thousands goes on where it was.
    private static final int BATCH = 64;

    private final ModelFiles files;
    private final Embeddings embeddings;
    private final LanguageMeters meters;
    private final CompletableFuture<LocalModel> model = new CompletableFuture<>();

    SentenceModel(ModelFiles files, Embeddings embeddings, LanguageMeters meters) {
        this.files = files;
        this.embeddings = embeddings;
        this.meters = meters;
    }

    /** First of all that starts, so that it is there when the rest is. */
    void load(@Observes @Priority(StartOrder.ALONE) StartupEvent started) {
        Thread loader =
                new Thread(() -> model.completeAsync(() -> new LocalModel(files), Runnable::run), "sentence-model");
        loader.setDaemon(true);
        loader.start();
    }

    /** Whether it is loaded; throws when loading failed, with the reason. */
    boolean ready() {
        return model.isDone() && model.join() != null;
    }

    /** Whether it is the one that is shipped, to which other languages are noise. */
    public boolean readsOnlyEnglish() {
        return files.isShipped();
    }

    /** The words that it reads as a whole. */
    public Vocabulary vocabulary() {
        return model.join().vocabulary();
    }

    /** A question's meaning, in about 10 ms. It is never stored: these are a customer's words. */
    public Vector meaning(String text) {
        LocalModel loaded = model.join();
        long began = System.nanoTime();
        Vector meaning = Vector.towards(loaded.embed(read(text)).content().vector());
        meters.read(System.nanoTime() - began);
        return meaning;
    }

    /** The meanings of our own texts that are stored already, by text; quick, also for thousands. */
    public Map<String, Vector> stored(Collection<String> texts) {
        return embeddings.find(files.name(), texts);
    }

    /** The meanings of our own texts, by text: stored ones are read, others are computed and stored. */
    public Map<String, Vector> meanings(Collection<String> texts) {
        Map<String, Vector> known = new HashMap<>(stored(texts));
        Set<String> missing = new LinkedHashSet<>(texts);
        missing.removeAll(known.keySet());
        Map<String, Vector> fresh = new HashMap<>();
        for (String text : missing) {
            fresh.put(text, meaning(text));
            if (fresh.size() == BATCH) {
                keep(fresh, known);
            }
        }
        keep(fresh, known);
        return known;
    }

    private void keep(Map<String, Vector> fresh, Map<String, Vector> known) {
        embeddings.keep(files.name(), fresh);
        known.putAll(fresh);
        fresh.clear();
    }

    private static String read(String text) {
        String trimmed = text.strip();
        return trimmed.isEmpty() ? "." : trimmed.substring(0, Math.min(READ, trimmed.length()));
    }
}
