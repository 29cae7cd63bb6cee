package dev.ramah.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is called is one harmless line. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pump.png | pump.png",
                "Bocor di dapur.PNG | Bocor di dapur.PNG",
                "../../etc/passwd | passwd.png",
                "C:\\Users\\sari\\pump.png | pump.png",
                "invoice.exe | invoice.exe.png",
                "=1+2.png | 1+2.png",
                "@SUM(A1).png | SUM(A1).png",
                ".htaccess | htaccess.png",
                "<img src=x onerror=alert(1)>.png | img src=x onerror=alert(1).png",
                "pompa bocor ☕.png | pompa bocor ☕.png"
            })
    void aNameIsCleaned(String wish, String name) {
        assertEquals(name, FileName.of(wish, Media.PNG));
    }

    @Test
    void signsThatNobodySeesAreGone() {
        assertEquals("photofdp.exe.png", FileName.of("photo\u202efdp.exe", Media.PNG));
        assertEquals("ab.png", FileName.of("a\0\n\u200bb.png", Media.PNG));
        assertTrue(FileName.of("\ud800.png", Media.PNG).endsWith(".png"));
    }

    @Test
    void whatHasNoNameGetsOneAndWhatHasALongOneAShorter() {
        assertEquals("picture.jpg", FileName.of(null, Media.JPEG));
        assertEquals("picture.jpg", FileName.of("...", Media.JPEG));
        assertEquals("document.pdf", FileName.of(" ", Media.PDF));
        assertEquals(104, FileName.of("x".repeat(4_000) + ".png", Media.PNG).length());
    }
}
