package dev.ramah.platform;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RamahTest
class PagesTest {

    private static final int MOST_BYTES = 25 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/login",
                "/join",
                "/insight",
                "/loyalty",
                "/wall",
                "/follow-ups",
                "/themes",
                "/articles",
                "/replies",
                "/people",
                "/customers",
                "/settings",
                "/survey"
            })
    void everyPageRunsItsBundleAndNothingInline(String page) {
        String html = when().get(page)
                .then()
                .statusCode(200)
                .body(not(containsString("<!-- bundle")))
                .body(not(containsString("style=")))
                .extract()
                .asString();
        String script = html.replaceAll("(?s).*<script type=\"module\" src=\"([^\"]+)\".*", "$1");
        when().get(script).then().statusCode(200).contentType(containsString("javascript"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "es", "fr", "id", "nl", "pt"})
    void theWidgetSaysTheSameInEachOfItsLanguages(String language) {
        assertEquals(names("en"), names(language));
    }

    /** What the words of a language are called, in their order. */
    private static List<String> names(String language) {
        String words = when().get("/widget/" + language + ".js")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Pattern.compile("(?m)^\\s+(\\w+):")
                .matcher(words)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    @Test
    void theWidgetIsSmallAndKeepsItsNamesToItself() throws IOException {
        byte[] script = when().get("/widget.js")
                .then()
                .statusCode(200)
                .body(matchesPattern("(?s)\\(\\(\\)=>\\{.*\\}\\)\\(\\)\\s*"))
                .body(not(matchesPattern("(?s).*(^|;)(import|export) ?[{*\"].*")))
                .extract()
                .asByteArray();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(script);
        }
        assertTrue(packed.size() < MOST_BYTES, packed.size() + " bytes");
    }

    @Test
    void theWidgetIsSentAgainOnlyWhenItIsNew() {
        String tag = when().get("/widget.js").then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get("/widget.js").then().statusCode(304);
    }

    @Test
    void withoutTheSampleWorldTheFirstPageIsTheDesk() {
        given().redirects().follow(false).get("/").then().statusCode(303).header("Location", containsString("/desk"));
        when().get("/shop").then().statusCode(404);
        when().get("/privacy").then().statusCode(404);
    }

    @Test
    void whoeverOpensAnAddressWithNothingReadsAPageAndAProgramReadsAProblem() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("<ramah-lost>"));
        given().accept("*/*").get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        given().accept("text/html").get("/api/nowhere").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void bothContractsAreServed() {
        when().get("/asyncapi.yaml").then().statusCode(200).body(containsString("/ws/chat"));
        when().get("/q/openapi").then().statusCode(200).body(containsString("/api/conversations"));
    }
}
