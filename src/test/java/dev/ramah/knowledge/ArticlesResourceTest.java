package dev.ramah.knowledge;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RamahTest
class ArticlesResourceTest {

    @Inject
    Cast cast;

    @Inject
    Shelves shelves;

    @BeforeEach
    void nothingIsWrittenYet() {
        shelves.empty();
    }

    @Test
    void oneBadLineRejectsThatLineOnly() {
        String lines =
                """
                {"id": "decaf", "title": "Is there decaf?", "body": "Yes, from Sumatra.", "tags": ["beans"], "new": 1}
                {"id": "broken", "title": "No end
                {"id": "bodiless", "title": "Without a body"}

                {"id": "decaf", "language": "id", "title": "Ada decaf?", "body": "Ada, dari Sumatra."}
                {"id": "listless", "title": "T", "body": "B", "questions": "not a list"}
                {"title": "Do you roast yourselves?", "body": "Yes."}
                [1]
                """;

        importing(lines)
                .body("imported", equalTo(3))
                .body("updated", equalTo(0))
                .body("rejected.line", contains(2, 3, 6, 8))
                .body("rejected[0].reason", equalTo("not valid JSON"))
                .body("rejected[1].reason", equalTo("body is missing"))
                .body("rejected[2].reason", equalTo("questions has the wrong type"))
                .body("rejected[3].reason", equalTo("not a JSON object"));
        importing("{\"id\": \"decaf\", \"title\": \"Decaf\", \"body\": \"No longer.\"}")
                .body("imported", equalTo(0))
                .body("updated", equalTo(1));

        agent().get("/api/articles/do-you-roast-yourselves").then().statusCode(200);
        agent().get("/api/articles/decaf?language=id").then().body("title", equalTo("Ada decaf?"));
        agent().get("/api/articles?q=no LONGER").then().body("items.article", contains("decaf"));
    }

    @Test
    void filesOfOtherKindsAreTakenAndTellWhatIsWrongWithThem() throws IOException {
        file("text/csv", "faq.csv", "title,body\nDo you grind?,Yes.\nEmpty,\n".getBytes(UTF_8))
                .body("imported", equalTo(1))
                .body("rejected[0].file", equalTo("faq.csv"))
                .body("rejected[0].line", equalTo(3))
                .body("rejected[0].reason", equalTo("body is missing"));
        file("text/markdown", "help/beans.md", "# Which beans?\n\nGayo.".getBytes(UTF_8))
                .body("imported", equalTo(1));
        file("text/html", "rest.html", "<h1>Rest</h1><p>One minute.</p>".getBytes(UTF_8))
                .body("imported", equalTo(1));
        ByteArrayOutputStream folder = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(folder)) {
            zip.putNextEntry(new ZipEntry("id/beans.md"));
            zip.write("# Biji apa?\n\nGayo.".getBytes(UTF_8));
        }
        file("application/zip", "help.zip", folder.toByteArray()).body("imported", equalTo(1));
        manager()
                .contentType("application/zip")
                .body("no zip".getBytes(UTF_8))
                .post("/api/articles/import")
                .then()
                .statusCode(400);

        agent().get("/api/articles/do-you-grind?language=id").then().body("language", equalTo("id"));
        agent().get("/api/articles/help/beans?language=id").then().body("title", equalTo("Which beans?"));
        agent().get("/api/articles/beans?language=id").then().body("title", equalTo("Biji apa?"));
        agent().get("/api/articles/rest?language=id").then().body("body", equalTo("One minute."));
        agent().get("/api/articles/status").then().body("articles", equalTo(4));
    }

    @Test
    void hostsOfPagesAreAnAdministratorsToList() {
        int version = manager().get("/api/settings").path("settings.find { it.name == 'article-hosts' }.version");
        Map<String, Object> value = Map.of("value", Map.of("hosts", List.of()), "version", version);
        manager().body(value).put("/api/settings/article-hosts").then().statusCode(403);
        cast.as(cast.rani())
                .body(Map.of("value", Map.of("hosts", List.of("https://shop.example")), "version", version))
                .put("/api/settings/article-hosts")
                .then()
                .statusCode(400);
        manager()
                .contentType("text/uri-list")
                .body("https://help.kopi.example/returns\r\n")
                .post("/api/articles/import?language=id")
                .then()
                .statusCode(200)
                .body("imported", equalTo(0))
                .body("rejected[0].file", equalTo("https://help.kopi.example/returns"))
                .body("rejected[0].reason", containsString("no host is listed yet"));
    }

    private ValidatableResponse file(String type, String name, byte[] content) {
        return manager()
                .contentType(type)
                .queryParam("name", name)
                .queryParam("language", "id")
                .body(content)
                .post("/api/articles/import")
                .then()
                .statusCode(200);
    }

    @Test
    void anArticleIsWrittenReadFoundAndDeleted() {
        Map<String, Object> text =
                Map.of("article", "water", "title", "Which water?", "body", "Soft_water.", "tags", List.of("brew"));

        manager().body(text).post("/api/articles").then().statusCode(201).body("version", equalTo(1));
        manager().body(text).post("/api/articles").then().statusCode(409);
        manager()
                .body(Map.of("title", "Which water?", "body", "Soft_water, 93 °C.", "version", 1))
                .put("/api/articles/water")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("tags", hasSize(0));
        manager()
                .body(Map.of("title", "Mine", "body", "Written by someone who saw the first one.", "version", 1))
                .put("/api/articles/water")
                .then()
                .statusCode(409);
        agent().get("/api/articles?q=soft_")
                .then()
                .body("total", equalTo(1))
                .body("items[0].article", equalTo("water"));
        agent().get("/api/articles?q=soft%25water").then().body("total", equalTo(0));

        manager().delete("/api/articles/water").then().statusCode(204);
        agent().get("/api/articles/water").then().statusCode(404);
        agent().get("/api/articles?q=soft").then().body("items.article", not(hasItem("water")));
    }

    @Test
    void agentsReadAndOutsidersOpenPublishedHelpOnly() {
        importing("{\"id\": \"gift\", \"title\": \"Gifts\", \"body\": \"We **wrap** them. <script>x</script>\"}");

        agent().body(Map.of("title", "T", "body", "B"))
                .put("/api/articles/gift")
                .then()
                .statusCode(403);
        given().get("/api/articles/gift").then().statusCode(401);
        given().get("/api/help/gift?language=id")
                .then()
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("html", containsString("<strong>wrap</strong>"))
                .body("html", not(containsString("<script>")));
        given().get("/api/help/nothing").then().statusCode(404);
    }

    @Test
    void managersSayWhichTopicsNeedAPerson() {
        importing("{\"id\": \"broken-cup\", \"title\": \"Broken\", \"body\": \"Sorry.\", \"tags\": [\"damage\"]}");

        manager()
                .body(List.of(Map.of("tag", "damage", "needsPerson", true)))
                .put("/api/topics")
                .then()
                .statusCode(200)
                .body("find { it.tag == 'damage' }.needsPerson", equalTo(true));
        agent().body(List.of()).put("/api/topics").then().statusCode(403);
    }

    private ValidatableResponse importing(String lines) {
        return manager()
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/articles/import")
                .then()
                .statusCode(200);
    }

    private RequestSpecification manager() {
        return cast.as(cast.maya());
    }

    private RequestSpecification agent() {
        return cast.as(cast.bima());
    }
}
