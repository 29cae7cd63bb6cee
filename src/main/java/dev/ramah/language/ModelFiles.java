package dev.ramah.language;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.ramah.platform.Digests;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The sentence model's files: bge-small-en-v1.5, int8, as LangChain4j packs it, which knows English; or those that the
 * shop supplies, for a model that knows more languages. Nothing is ever downloaded.
 */
@Singleton
class ModelFiles {

    private static final String SHIPPED = "bge-small-en-v1.5-q";

    private final Optional<Path> model;
    private final Optional<Path> tokenizer;
    private final PoolingMode pooling;

    /** @param pooling how words become a sentence, {@code mean} or {@code cls}: the model's page says it */
    ModelFiles(
            @ConfigProperty(name = "ramah.model.path") Optional<String> model,
            @ConfigProperty(name = "ramah.model.tokenizer") Optional<String> tokenizer,
            @ConfigProperty(name = "ramah.model.pooling", defaultValue = "mean") String pooling) {
        this.model = model.map(Path::of);
        this.tokenizer = tokenizer.map(Path::of);
        this.pooling = isShipped() ? PoolingMode.CLS : PoolingMode.valueOf(pooling.toUpperCase(Locale.ROOT));
        if (this.model.isPresent() != this.tokenizer.isPresent()) {
            throw new IllegalStateException("RAMAH_MODEL_PATH and RAMAH_MODEL_TOKENIZER are set together.");
        }
    }

    boolean isShipped() {
        return model.isEmpty();
    }

    /** Part of the key that vectors are stored under: another model, or another file of it, other vectors. */
    String name() {
        if (model.isEmpty()) {
            return SHIPPED;
        }
        try {
            Path file = model.get();
            String version = file.toAbsolutePath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
            return "supplied-" + Digests.sha256(version + " " + pooling).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException("the sentence model of RAMAH_MODEL_PATH can't be read", e);
        }
    }

    /**
     * What is made of the model's file; the one that is shipped lies in a file only for as long as that takes. As bytes
     * it would be in memory twice, and 90 MB of that stayed with the process.
     */
    <T> T model(Function<Path, T> read) throws IOException {
        if (model.isPresent()) {
            return read.apply(model.get());
        }
        Path copy = Files.createTempFile("sentence-model", ".onnx");
        try {
            try (InputStream stream = open(SHIPPED + ".onnx")) {
                Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return read.apply(copy);
        } finally {
            Files.delete(copy);
        }
    }

    byte[] tokenizer() throws IOException {
        return tokenizer.isPresent() ? Files.readAllBytes(tokenizer.get()) : shipped(SHIPPED + "-tokenizer.json");
    }

    PoolingMode pooling() {
        return pooling;
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream stream = open(name)) {
            return stream.readAllBytes();
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ModelFiles.class.getResourceAsStream("/" + name), name);
    }
}
