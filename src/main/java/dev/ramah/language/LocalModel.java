package dev.ramah.language;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A sentence model in this process, in a session of one thread: LangChain4j's own takes every core and spins, which
 * under load made the slowest questions twice as slow (95 ms against 53).
 */
final class LocalModel extends AbstractInProcessEmbeddingModel {

    private final ModelFiles files;
    private final OnnxBertBiEncoder encoder;
    private final Vocabulary vocabulary;
    private final int size;

    LocalModel(ModelFiles files) {
        super(Runnable::run);
        this.files = files;
        try {
            byte[] tokenizer = files.tokenizer();
            this.encoder = files.model(file -> load(file, tokenizer, files.pooling()));
            // Another's pieces of words are not those that a misspelt word is told by.
            this.vocabulary =
                    files.isShipped() ? Vocabulary.read(new ByteArrayInputStream(tokenizer)) : Vocabulary.NONE;
            this.size = embed(".").content().dimension();
        } catch (IOException e) {
            throw new UncheckedIOException("the sentence model can't be read", e);
        }
        if (size % Vector.LANES != 0) {
            throw new IllegalStateException("a sentence model of " + size + " dimensions can't be used");
        }
    }

    private static OnnxBertBiEncoder load(Path model, byte[] tokenizer, PoolingMode pooling) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(model.toString(), options);
            return new OnnxBertBiEncoder(environment, session, new ByteArrayInputStream(tokenizer), pooling);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model can't be loaded", e);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    public String modelName() {
        return files.name();
    }

    @Override
    public int dimension() {
        return size;
    }
}
