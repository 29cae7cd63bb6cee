package dev.ramah.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Command;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing from a terminal, into the desk that runs. */
@RamahTest
class ImportCommandTest {

    @Inject
    Cast cast;

    @Inject
    Shelves shelves;

    @Inject
    Articles articles;

    @TestHTTPResource("/")
    URI desk;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeEach
    void nothingIsWrittenYet() {
        shelves.empty();
    }

    private int run(Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--to", desk.toString()));
        all.addAll(List.of(arguments));
        return new ImportCommand(environment).run(all, new PrintStream(told, true, UTF_8));
    }

    private int run(String... arguments) {
        return run(Map.of("RAMAH_EMAIL", cast.maya().email(), "RAMAH_PASSWORD", Cast.PASSWORD), arguments);
    }

    private String told() {
        return told.toString(UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aFolderIsTakenWithWhatIsLeftOutByItsPlace() throws IOException {
        write("help/beans.md", "# Which beans?\n\nGayo.");
        write("help/more/rest.html", "<h1>Rest</h1><p>One minute.</p>");
        write("help/faq.csv", "title,body\nDo you grind?,Yes.\nEmpty,\n");
        write("help/nothing.md", "");
        write("help/shop.png", "no picture");
        write("help/.git/notes.md", "# Not ours\n\nAt all.");

        assertEquals(
                ImportCommand.SOME_LEFT_OUT,
                run("--language", "id", folder.resolve("help").toString()));

        assertTrue(
                told().contains("4 files and pages to import; 2 other files in the folders are not looked at."),
                told());
        assertTrue(told().contains("100%"), told());
        assertTrue(told().contains("3 new, 0 updated, 2 left out."), told());
        assertTrue(told().contains("  help/faq.csv:3: body is missing"), told());
        assertTrue(told().contains("  help/nothing.md:1: "), told());
        assertEquals("Which beans?", articles.exactly("help/beans", "id").orElseThrow().title);
        assertTrue(shelves.embedded());
    }

    @Test
    void whatIsImportedAgainIsUpdated() throws IOException {
        write("beans.md", "# Which beans?\n\nGayo.");

        assertEquals(ImportCommand.ALL_TAKEN, run(folder.resolve("beans.md").toString()));
        assertEquals(ImportCommand.ALL_TAKEN, run(folder.resolve("beans.md").toString()));

        assertTrue(told().contains("1 new, 0 updated, 0 left out."), told());
        assertTrue(told().contains("0 new, 1 updated, 0 left out."), told());
    }

    /** Longer than one call takes; cells go on over lines, and the place that is told is that of the file. */
    @Test
    void aLongTableIsCutBetweenItsRows() throws IOException {
        String first = "First,\"Fine.\nThen \"\"coarse\"\".\"\n";
        String bodiless = "No body %s,\n".formatted("x".repeat(280)).repeat(7_000);
        write("long.csv", "title,body\n" + first + bodiless + first.replace("First", "Last") + "None,\n");

        assertEquals(
                ImportCommand.SOME_LEFT_OUT,
                run("--no-wait", folder.resolve("long.csv").toString()));

        assertTrue(told().contains("2 new, 0 updated, 7,001 left out."));
        assertTrue(told().contains("  long.csv:4: body is missing"));
        assertTrue(told().contains("  long.csv:7006: body is missing"));
        assertEquals("Fine.\nThen \"coarse\".", articles.exactly("last", "en").orElseThrow().body);
    }

    @Test
    void aPageOfAHostThatNobodyListedIsLeftOut() {
        assertEquals(ImportCommand.SOME_LEFT_OUT, run("--no-wait", "https://help.kopi.example/returns"));

        assertTrue(told().contains("  https://help.kopi.example/returns: no host is listed yet"), told());
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        assertEquals(ImportCommand.NOT_DONE, run("nowhere.md"));
        assertTrue(told().contains("There is no nowhere.md."), told());
        assertEquals(ImportCommand.NOT_DONE, run(Map.of(), folder.toString()));
        assertTrue(told().contains("RAMAH_PASSWORD"), told());
        Map<String, String> wrong = Map.of("RAMAH_EMAIL", cast.maya().email(), "RAMAH_PASSWORD", "wrong");
        assertEquals(ImportCommand.NOT_DONE, run(wrong, folder.toString()));
        assertEquals(ImportCommand.NOT_DONE, run("--loudly", folder.toString()));
        assertTrue(told().contains("There is no --loudly."), told());
        Map<String, String> agent = Map.of("RAMAH_TOKEN", cast.token(cast.bima()));
        assertEquals(ImportCommand.NOT_DONE, run(agent, "https://help.kopi.example/returns"));
    }

    @Test
    void theProgramKnowsItByItsName() {
        assertTrue(Command.named("import").isPresent());
        assertTrue(Command.named("export").isEmpty());
    }
}
