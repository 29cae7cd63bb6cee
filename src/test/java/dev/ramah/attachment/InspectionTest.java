package dev.ramah.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files are what their bytes are; pictures look as before, and tell nothing of where they were taken. */
class InspectionTest {

    static Stream<Map.Entry<Media, byte[]>> files() {
        return Stream.of(
                Map.entry(Media.JPEG, Photos.jpeg(40, 30, 1)),
                Map.entry(Media.PNG, Photos.png(40, 30)),
                Map.entry(Media.GIF, Photos.gif(40, 30)),
                Map.entry(Media.WEBP, Photos.webp()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whereAPictureWasTakenIsGone(Map.Entry<Media, byte[]> file) {
        Clean clean = Inspection.of(file.getValue());
        assertEquals(file.getKey(), clean.media());
        assertFalse(text(clean.bytes()).contains("GPS"), text(clean.bytes()));
        assertFalse(text(clean.bytes()).contains("kitchen"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aCleanPictureIsCleanAlready(Map.Entry<Media, byte[]> file) {
        byte[] once = Inspection.of(file.getValue()).bytes();
        assertEquals(text(once), text(Inspection.of(once).bytes()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPictureLooksAsBefore(Map.Entry<Media, byte[]> file) throws IOException {
        if (file.getKey() == Media.WEBP) {
            // Java draws none. Its one chunk that draws is there, as it was.
            assertEquals(1, Inspection.of(file.getValue()).width());
            return;
        }
        Clean clean = Inspection.of(file.getValue());
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(file.getValue()));
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
        assertNotNull(after);
        assertEquals(before.getWidth(), clean.width());
        assertEquals(before.getHeight(), clean.height());
        for (int x = 0; x < before.getWidth(); x++) {
            for (int y = 0; y < before.getHeight(); y++) {
                assertEquals(before.getRGB(x, y), after.getRGB(x, y));
            }
        }
    }

    @Test
    void aPhotoThatLiesOnItsSideIsStillTurned() {
        Clean clean = Inspection.of(Photos.jpeg(40, 30, 6));
        assertEquals(30, clean.width());
        assertEquals(40, clean.height());
        int exif = text(clean.bytes()).indexOf("Exif\0\0");
        byte[] block = Arrays.copyOfRange(clean.bytes(), exif + 6, exif + 6 + Orientation.block(1).length);
        assertEquals(6, Orientation.in(block));
    }

    @Test
    void aPhotoOfWhichTheEndIsCutOffCanBeSeen() {
        byte[] plain = Photos.plain("jpg", 200, 200);
        Clean clean = Inspection.of(Arrays.copyOf(plain, plain.length - 40));
        assertEquals(200, clean.width());
        assertEquals((byte) 0xd9, clean.bytes()[clean.bytes().length - 1]);
    }

    @Test
    void aDocumentIsLeftAsItIs() {
        Clean clean = Inspection.of(Photos.pdf());
        assertEquals(Media.PDF, clean.media());
        assertEquals(text(Photos.pdf()), text(clean.bytes()));
        assertNull(clean.width());
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoneOfThemIsRefused(String bytes) {
        assertEquals(Code.UNSUPPORTED, refused(Photos.bytes(bytes)).code());
    }

    static Stream<String> whatIsNoneOfThemIsRefused() {
        return Stream.of(
                "<html><script>alert(1)</script>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "MZ\u0090",
                "PK\u0003\u0004",
                "RIFF\0\0\0\0WAVE",
                "BM",
                "x",
                " %PDF-1.4 %%EOF");
    }

    @Test
    void asmallFileThatClaimsToBeHugeIsRefused() {
        assertEquals(
                Code.TOO_LARGE, refused(Photos.pngThatClaims(30_000, 30_000)).code());
        assertEquals(Code.TOO_LARGE, refused(Photos.pngThatClaims(9_000, 9_000)).code());
        assertEquals(
                Code.TOO_LARGE,
                refused(Photos.pngThatClaims(Integer.MAX_VALUE, 1)).code());
        assertEquals(Code.INVALID, refused(Photos.pngThatClaims(0, 40)).code());
    }

    @Test
    void aDocumentBehindAPictureGoesWithIt() {
        byte[] picture = Photos.plain("gif", 4, 4);
        byte[] both = Arrays.copyOf(picture, picture.length + 40);
        System.arraycopy(Photos.bytes("<script>alert(1)</script>"), 0, both, picture.length, 25);
        assertFalse(text(Inspection.of(both).bytes()).contains("script"));
    }

    @Test
    void whateverIsChangedInAFileItIsRefusedOrKeptAndNothingElseHappens() {
        Random random = new Random(1042);
        files().map(Map.Entry::getValue).forEach(file -> {
            for (int i = 0; i < 3_000; i++) {
                byte[] changed =
                        Arrays.copyOf(file, random.nextInt(8) == 0 ? random.nextInt(file.length) : file.length);
                for (int j = random.nextInt(6); j >= 0 && changed.length > 0; j--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                try {
                    Clean clean = Inspection.of(changed);
                    assertEquals(clean.media(), Inspection.of(clean.bytes()).media());
                } catch (Problem refused) {
                    assertNotNull(refused.detail());
                }
            }
        });
    }

    private static Problem refused(byte[] file) {
        return assertThrows(Problem.class, () -> Inspection.of(file));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
