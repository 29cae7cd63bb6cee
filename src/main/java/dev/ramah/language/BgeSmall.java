package dev.ramah.language;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * bge-small-en-v1.5, int8, as LangChain4j packs it, but in a session of one thread: its default session
 * takes every core and spins, which under load made the slowest questions twice as slow (95 ms against 53).
 */
final class BgeSmall extends AbstractInProcessEmbeddingModel {

    /** Part of the key that vectors are stored under: another model, other vectors. */
    static final String NAME = "bge-small-en-v1.5-q";

    static final int DIMENSIONS = 384;

    private static final String TOKENIZER = NAME + "-tokenizer.json";

    private final OnnxBertBiEncoder encoder;
    private final Vocabulary vocabulary;

    BgeSmall() {
        super(Runnable::run);
        this.encoder = load();
        this.vocabulary = Vocabulary.read(open(TOKENIZER));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    private static OnnxBertBiEncoder load() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream model = open(NAME + ".onnx");
                InputStream tokenizer = open(TOKENIZER)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model can't be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the sentence model can't be read", e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(BgeSmall.class.getResourceAsStream("/" + name), name);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    public String modelName() {
        return NAME;
    }

    @Override
    public int dimension() {
        return DIMENSIONS;
    }
}
