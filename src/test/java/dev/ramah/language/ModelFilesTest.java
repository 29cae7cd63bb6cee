package dev.ramah.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {

    private static final ModelFiles SHIPPED = new ModelFiles(Optional.empty(), Optional.empty(), "mean");

    /** The one that is shipped, put aside and supplied: another name, the same meanings. */
    @Test
    void aSuppliedModelIsUsed(@TempDir Path folder) throws IOException {
        Path model = SHIPPED.model(file -> copied(file, folder.resolve("model.onnx")));
        Path tokenizer = Files.write(folder.resolve("tokenizer.json"), SHIPPED.tokenizer());

        ModelFiles supplied = new ModelFiles(Optional.of(model.toString()), Optional.of(tokenizer.toString()), "cls");

        assertNotEquals(SHIPPED.name(), supplied.name());
        assertEquals(384, new LocalModel(supplied).dimension());
        assertEquals(meaning(SHIPPED).cosine(meaning(supplied)), 1, 1e-5);
        assertTrue(!supplied.isShipped());
    }

    @Test
    void aModelWithoutItsTokenizerIsRefusedAtOnce() {
        assertThrows(
                IllegalStateException.class, () -> new ModelFiles(Optional.of("model.onnx"), Optional.empty(), "mean"));
    }

    private static Path copied(Path file, Path target) {
        try {
            return Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector meaning(ModelFiles files) {
        return Vector.towards(
                new LocalModel(files).embed("Where is my parcel?").content().vector());
    }
}
