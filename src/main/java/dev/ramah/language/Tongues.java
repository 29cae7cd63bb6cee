package dev.ramah.language;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import dev.ramah.platform.Threads;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * In which of the languages that we speak somebody writes. Few words tell little, so what is known already (the
 * language of their page, or of what they wrote before) counts until the words clearly say otherwise.
 */
@ApplicationScoped
public class Tongues {

    private static final Logger LOG = Logger.getLogger(Tongues.class);

    /** As in ConversationConfig, which other rooms can't see. */
    private static final String SPOKEN = "en,id,ar,de,es,fr,nl,pt";

    // Among 80 sentences of a few words in 8 languages, one was taken for another's, and 75 were known on a page in
    // another language. Lingua's small models mistook twice as many; its large ones take 170 MB.
    private static final double CLEARLY = 0.95;

    // "ok", "1042": no language at all.
    private static final int FEWEST_LETTERS = 6;

    // Below this many characters the library counts as it does for messages; ours are none of them articles.
    private static final int SHORT = 1_000;

    private final CompletableFuture<LanguageDetector> detector = new CompletableFuture<>();
    private final List<String> spoken;

    Tongues(@ConfigProperty(name = "ramah.conversation.languages", defaultValue = SPOKEN) List<String> spoken) {
        this.spoken = spoken;
    }

    /** In the background: it takes a moment. */
    void load(@Observes StartupEvent started) {
        Threads.named("tongues")
                .newThread(() -> detector.completeAsync(this::open, Runnable::run))
                .start();
    }

    /** Until it can tell; before that everybody writes in the language that is known. */
    void await() {
        var unused = detector.join();
    }

    private LanguageDetector open() {
        List<LanguageProfile> profiles = new ArrayList<>();
        for (String language : spoken) {
            try {
                profiles.addAll(profile(language));
            } catch (IOException e) {
                LOG.warnf("Nobody will be recognised by writing in %s: there is no profile of it", language);
            }
        }
        return LanguageDetectorBuilder.create(NgramExtractors.standard())
                .withProfiles(profiles)
                .shortTextAlgorithm(SHORT)
                .minimalConfidence(CLEARLY)
                .probabilityThreshold(CLEARLY)
                .build();
    }

    /** Made from short messages where there is one, otherwise from articles. */
    private static List<LanguageProfile> profile(String language) throws IOException {
        try {
            return new LanguageProfileReader().read("languages.shorttext", List.of(language));
        } catch (IOException none) {
            return new LanguageProfileReader().read(List.of(language));
        }
    }

    /** The language of these words, as a two-letter tag; the known one where they don't say clearly. */
    public String of(String words, String known) {
        boolean says = words.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
        if (!says || spoken.size() < 2 || !detector.isDone() || detector.isCompletedExceptionally()) {
            return known;
        }
        List<DetectedLanguage> found = detector.join().getProbabilities(words);
        return found.isEmpty() ? known : found.get(0).getLocale().getLanguage();
    }
}
