package dev.ramah.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class IncomingTest {

    @Test
    void aTablesRowsAreArticles() {
        String table =
                """
                Question;Answer;Questions;Lang;Tags
                "How long; really?";"Three days.
                ""At most"", then.";when will it come|eta;id;delivery
                No answer;;;;

                Returns?;Yes.;;;
                one;two;three;four;five;six
                """;

        List<Incoming> read = CsvArticles.read(table, "en");

        Draft first = draft(read.get(0));
        assertEquals("How long; really?", first.title());
        assertEquals("Three days.\n\"At most\", then.", first.body());
        assertEquals(List.of("when will it come", "eta"), first.questions());
        assertEquals("id", first.language());
        assertEquals(List.of("delivery"), first.tags());
        assertEquals(new Incoming(null, 4, null, "body is missing"), read.get(1));
        assertEquals("en", draft(read.get(2)).language());
        assertEquals(new Incoming(null, 7, null, "more cells than columns"), read.get(3));
    }

    @Test
    void aTableThatCannotBeReadSaysWhere() {
        assertEquals(
                List.of(Incoming.rejected(null, 1, "the first row names no columns title and body")),
                CsvArticles.read("a,b\n1,2\n", null));

        List<Incoming> read = CsvArticles.read("title,body\nT,B\nT2,\"never\n ends", null);

        assertEquals("T", draft(read.get(0)).title());
        assertEquals(Incoming.rejected(null, 3, "a quote that opens here is never closed"), read.get(1));
    }

    @Test
    void aMarkdownFilesTopSaysWhatItIs() {
        Draft draft = MarkdownArticle.read(
                "help/returns.md",
                """
                ---
                title: "How do I return beans?"
                tags: [returns, beans]
                language: id
                questions:
                - can I send it back
                - 'refund'
                ---
                Within 30 days.
                """,
                "en");

        assertEquals("How do I return beans?", draft.title());
        assertEquals("help/returns", draft.key());
        assertEquals("id", draft.language());
        assertEquals(List.of("returns", "beans"), draft.tags());
        assertEquals(List.of("can I send it back", "refund"), draft.questions());
        assertEquals("Within 30 days.", draft.body());
    }

    @Test
    void withoutATopTheFirstHeadingAndThePlaceSayIt() {
        Draft draft =
                MarkdownArticle.read("id/faq/grind-size.md", "# Ukuran giling\n\nHalus.\n## Lain\n\nKasar.", "en");
        Draft bare = MarkdownArticle.read("grind-size.id.md", "Halus.", "en");

        assertEquals("Ukuran giling", draft.title());
        assertEquals("Halus.\n## Lain\n\nKasar.", draft.body());
        assertEquals("id", draft.language());
        assertEquals("faq/grind-size", draft.key());
        assertEquals("grind size", bare.title());
        assertEquals("id", bare.language());
        assertEquals("grind-size", bare.key());
    }

    @Test
    void aPagesMainPartIsAnArticleInMarkdown() {
        String page =
                """
                <html lang="id-ID"><head><title>Shop</title><script>alert(1)</script></head><body><nav>Home</nav><main>
                <h1>Delivery <em>times</em></h1><p>To <b>Java</b>: 2&nbsp;days &lt;fast&gt;.</p>
                <ol><li>Pack</li><li>Send<ul><li>by ship</li></ul></li></ol>
                <p><a href="javascript:alert(1)">Bad</a> and <a href="https://shop.example/t">good</a>.</p></main></body></html>
                """;

        Draft draft = draft(HtmlArticles.read("delivery.html", page, null).get(0));

        assertEquals("Delivery times", draft.title());
        assertEquals("delivery", draft.key());
        assertEquals("id-id", draft.language());
        assertTrue(draft.body().startsWith("To **Java**: 2"), draft.body());
        assertTrue(draft.body().contains("days \\<fast\\>."), draft.body());
        assertTrue(draft.body().contains("1. Pack\n2. Send\n\n   - by ship"), draft.body());
        assertTrue(draft.body().endsWith("Bad and [good](https://shop.example/t)."), draft.body());
        assertFalse(draft.body().contains("alert"), draft.body());
    }

    @Test
    void aPageOfQuestionsIsAnArticleForEach() {
        String page =
                """
                <article><h1>FAQ</h1><h2>Is there decaf?</h2><p>Yes.</p><p>From Sumatra.</p>
                <details><summary>Do you ship to Timor?</summary><p>On Thursdays.</p></details>
                <dl><dt>Is it fresh?</dt><dd>Always.</dd><dt>Without a mark</dt><dd>Left.</dd></dl></article>
                """;

        List<Draft> drafts = HtmlArticles.read("faq.html", page, "en").stream()
                .map(IncomingTest::draft)
                .toList();

        assertEquals(
                List.of("Is there decaf?", "Do you ship to Timor?", "Is it fresh?"),
                drafts.stream().map(Draft::title).toList());
        assertTrue(
                drafts.get(0).body().startsWith("Yes.\n\nFrom Sumatra."),
                drafts.get(0).body());
        assertEquals("On Thursdays.", drafts.get(1).body());
        assertEquals("Always.", drafts.get(2).body());
    }

    @Test
    void aFolderTellsOfEachFileThatIsNone() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip, StandardCharsets.UTF_8)) {
            put(entries, "help/decaf.md", "# Is there decaf?\n\nYes.".getBytes(StandardCharsets.UTF_8));
            put(entries, "help/more.csv", "title,body\nA,B\n,C\n".getBytes(StandardCharsets.UTF_8));
            put(entries, "help/logo.png", new byte[] {1, 2, 3});
            put(entries, "help/old.md", new byte[] {'#', ' ', (byte) 0xFF});
            put(entries, "__MACOSX/x", new byte[] {1});
        }

        List<Incoming> read = new ArrayList<>();
        ZippedArticles.read(new ByteArrayInputStream(zip.toByteArray()), "en", read::add);

        assertEquals(
                List.of("Is there decaf?", "A"),
                read.stream()
                        .filter(each -> each.draft() != null)
                        .map(each -> draft(each).title())
                        .toList());
        assertEquals(
                List.of(
                        Incoming.rejected("help/more.csv", 3, "title is missing"),
                        Incoming.rejected("help/logo.png", 1, "neither Markdown, HTML, CSV nor lines of JSON"),
                        Incoming.rejected("help/old.md", 1, "not text in UTF-8")),
                read.stream().filter(each -> each.draft() == null).toList());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static Draft draft(Incoming incoming) {
        assertNotNull(incoming.draft(), incoming::toString);
        return incoming.draft();
    }
}
