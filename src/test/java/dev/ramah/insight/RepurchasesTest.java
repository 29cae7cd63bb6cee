package dev.ramah.insight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.cast.Shoppers;
import dev.ramah.cast.Shoppers.Talk;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Bookmarks;
import dev.ramah.conversation.Stories;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Duplicates;
import dev.ramah.customer.ShopEvent;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long ago in 2013, each story on a day of its own: customers are served, and order again or don't. */
@RamahTest
class RepurchasesTest {

    private static final Instant DAY = Instant.parse("2013-04-01T00:00:00Z");
    private static final String LOYALTY = "/api/reports/loyalty";

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Customers customers;

    @Inject
    Duplicates duplicates;

    @Inject
    Repurchases repurchases;

    @Inject
    Bookmarks bookmarks;

    @Inject
    Session entities;

    @Inject
    DataSource database;

    @Test
    void whoIsHappyIsSetBesideWhoIsNot() {
        if (!stories.isTold("again-high-0")) {
            for (int i = 0; i < 120; i++) {
                serve("again-high-" + i, known("again-high-" + i), DAY, 5);
                serve("again-low-" + i, known("again-low-" + i), DAY, 1);
                // Three of four who were happy order again, each on a day of its own, and one of three who were not.
                if (i % 4 > 0) {
                    order("again-high-" + i, "1", DAY.plus(1 + i % 60, ChronoUnit.DAYS));
                }
                if (i % 3 == 0) {
                    order("again-low-" + i, "1", DAY.plus(1 + i % 60, ChronoUnit.DAYS));
                }
            }
            for (int i = 0; i < 5; i++) {
                serve(
                        "again-stranger-" + i,
                        customers.anonymous(null, null, null, null).id(),
                        DAY,
                        5);
            }
        }
        String high = "comparisons[0].groups.find { it.key == 'high' }";
        String low = "comparisons[0].groups.find { it.key == 'low' }";
        read(DAY, "")
                .body("told", equalTo(true))
                .body("customers", equalTo(240))
                .body("unknown", equalTo(5))
                .body("orders", equalTo(130))
                .body("within", equalTo(90))
                .body("comparisons[0].question", equalTo("satisfaction"))
                .body(high + ".customers", equalTo(120))
                .body(high + ".orders", equalTo(90))
                .body(high + ".rate.share", closeTo(0.75, 1e-9))
                .body(low + ".rate.bought", equalTo(40))
                .body(low + ".median", nullValue())
                .body("comparisons[0].groups.find { it.key == 'middle' }.hidden", equalTo(true))
                .body("comparisons[0].groups.find { it.key == 'middle' }.customers", nullValue())
                .body("comparisons[0].adjusted.degrees", equalTo(1))
                .body("comparisons[0].adjusted.corrected", lessThan(0.001))
                .body("both", nullValue());
        read(DAY, "&within=45").body(high + ".rate.share", lessThan(0.6));
        // Of those who were not happy 20 bought within 30 days, and the others' number would tell of them.
        read(DAY, "&within=30").body(low + ".rate", nullValue()).body(high + ".rate", nullValue());
        csv(LOYALTY)
                .body(startsWith("question,group,customers,orders,bought,boughtOf,share"))
                .body(containsString("satisfaction,high,120,90,90,120,0.75"))
                .body(containsString("satisfaction,middle,,,,"));
        csv(LOYALTY + "/curves")
                .body(startsWith("question,group,day,share,low,high,atRisk,adjusted,adjustedLow,adjustedHigh\r\n"
                        + "satisfaction,low,1,"));
        cast.as(cast.maya())
                .accept("application/x-ndjson")
                .get(LOYALTY + days(DAY))
                .then()
                .statusCode(200)
                .body(containsString("{\"question\":\"satisfaction\",\"group\":\"high\",\"customers\":120"));
    }

    @Test
    void everyNumberOpensTheConversationsBehindIt() {
        Instant day = DAY.plus(50, ChronoUnit.DAYS);
        if (!stories.isTold("behind-high-0")) {
            for (int i = 0; i < 110; i++) {
                serve("behind-high-" + i, known("behind-high-" + i), day, 5);
                if (i < 40) {
                    order("behind-high-" + i, "1", day.plus(1 + i, ChronoUnit.DAYS));
                }
            }
            for (int i = 0; i < 100; i++) {
                serve("behind-low-" + i, known("behind-low-" + i), day, 1);
                if (i < 30) {
                    order("behind-low-" + i, "1", day.plus(3, ChronoUnit.DAYS));
                }
            }
            serve("behind-stranger", customers.anonymous(null, null, null, null).id(), day, 5);
        }
        String high = "&question=satisfaction&group=high&which=";
        behind(day, high + "customers").body("total", equalTo(110)).body("items", hasSize(20));
        behind(day, high + "bought").body("total", equalTo(40)).body("items.csat", everyItem(equalTo(5)));
        behind(day, high + "within&within=30").body("total", equalTo(30));
        behind(day, high + "followed").body("total", equalTo(110)).body("items", hasSize(20));
        behind(day, high + "by&day=7").body("total", equalTo(7)).body("items", hasSize(7));
        behind(day, high + "customers&page=5").body("items", hasSize(10));
        behind(day, "&which=customers").body("total", equalTo(210));
        behind(day, "&which=unknown").body("total", equalTo(1));
        cast.as(cast.maya())
                .accept("text/csv")
                .get(LOYALTY + "/episodes" + days(day) + high + "by&day=2")
                .then()
                .statusCode(200)
                .body(startsWith("opened,ended,ending,csat"));
    }

    @Test
    void whatIsHiddenAsTooSmallIsNotReachedByLookingBehindIt() {
        Instant day = DAY.plus(52, ChronoUnit.DAYS);
        if (!stories.isTold("hidden-0")) {
            for (int i = 0; i < 5; i++) {
                serve("hidden-" + i, known("hidden-" + i), day, 1);
                order("hidden-" + i, "1", day.plus(3, ChronoUnit.DAYS));
            }
        }
        read(day, "")
                .body("told", equalTo(true))
                .body("customers", nullValue())
                .body("orders", nullValue())
                .body("both", nullValue())
                .body("comparisons.groups.flatten().findAll { !it.hidden }", hasSize(0))
                .body("comparisons.groups.flatten().findAll { it.customers != null }", hasSize(0));
        for (String number : List.of(
                "&which=customers",
                "&which=bought",
                "&question=satisfaction&group=low",
                "&question=satisfaction&group=low&which=bought",
                "&question=satisfaction&group=low&which=by&day=5",
                "&question=satisfaction&group=low&which=within",
                "&question=satisfaction&group=low&which=not_within",
                "&question=nps&group=promoter&which=not_within",
                "&question=theme&group=77&which=customers",
                "&which=within")) {
            for (String type : List.of("application/json", "text/csv", "application/x-ndjson")) {
                cast.as(cast.maya())
                        .accept(type)
                        .get(LOYALTY + "/episodes" + days(day) + number)
                        .then()
                        .statusCode(403);
            }
        }
        cast.as(cast.bima()).get(LOYALTY + "/episodes" + days(day)).then().statusCode(403);
        for (String wrong : List.of("&which=some", "&question=satisfaction", "&question=luck&group=a", "&page=-1")) {
            cast.as(cast.maya())
                    .get(LOYALTY + "/episodes" + days(day) + wrong)
                    .then()
                    .statusCode(400);
        }
    }

    private ValidatableResponse behind(Instant day, String number) {
        return cast.as(cast.maya())
                .get(LOYALTY + "/episodes" + days(day) + number)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasCancelledWasNotBoughtInWhateverOrderItIsTold() {
        Instant day = DAY.plus(54, ChronoUnit.DAYS);
        Instant bought = day.plus(2, ChronoUnit.DAYS);
        Instant later = day.plus(4, ChronoUnit.DAYS);
        Repurchases.Told before = told(day);
        String late = served("cancelled-late", day);
        order(late, "1", bought, "paid");
        assertEquals(1, told(day).loyalty().orders() - before.loyalty().orders());
        order(late, "1", later, "Cancelled ");
        assertEquals(0, told(day).loyalty().orders() - before.loyalty().orders());
        String first = served("cancelled-first", day);
        order(first, "1", later, "refunded");
        order(first, "1", bought, "paid");
        order(first, "1", later, "paid");
        assertEquals(
                0,
                told(day).loyalty().orders() - before.loyalty().orders(),
                "What came last counts, not what was told last");
        order(served("cancelled-in-part", day), "1", bought, "partially_refunded");
        String again = served("cancelled-and-taken-up", day);
        order(again, "1", bought, "cancelled");
        order(again, "1", later, "paid");
        String other = served("cancelled-another", day);
        order(other, "1", bought, "cancelled");
        order(other, "2", later, null);
        Repurchases.Told after = told(day);
        assertEquals(5, after.loyalty().customers() - before.loyalty().customers());
        assertEquals(3, after.loyalty().orders() - before.loyalty().orders());
    }

    private String served(String name, Instant day) {
        String whose = name + "-" + UUID.randomUUID();
        serve(whose, known(whose), day, 4);
        return whose;
    }

    @Test
    void newsOfAnOldOrderAreNotANewOne() {
        Instant day = DAY.plus(10, ChronoUnit.DAYS);
        String sari = "again-sari-" + UUID.randomUUID();
        serve(sari, known(sari), day, 4);
        order(sari, "1042", day.minus(3, ChronoUnit.DAYS));
        order(sari, "1042", day.plus(3, ChronoUnit.DAYS));
        Repurchases.Told before = told(day);
        order(sari, "1043", day.plus(5, ChronoUnit.DAYS));
        Repurchases.Told after = told(day);
        assertEquals(1, after.loyalty().orders() - before.loyalty().orders());
    }

    @Test
    void whoeverIsMergedIsOneCustomerWithTheOrdersOfBoth() {
        Instant day = DAY.plus(20, ChronoUnit.DAYS);
        Repurchases.Told before = told(day);
        String name = "again-merged-" + UUID.randomUUID();
        UUID visitor = customers.anonymous(null, null, null, null).id();
        UUID known = known(name);
        serve(name + "-a", visitor, day, 4);
        serve(name + "-b", known, day.plus(1, ChronoUnit.HOURS), 4);
        order(name, "7", day.plus(4, ChronoUnit.DAYS));
        assertEquals(1, told(day).unknown() - before.unknown());
        duplicates.merge(known, visitor, cast.maya());
        Repurchases.Told after = told(day);
        assertEquals(1, after.loyalty().customers() - before.loyalty().customers());
        assertEquals(1, after.loyalty().orders() - before.loyalty().orders());
        assertEquals(0, after.unknown() - before.unknown());
    }

    @Test
    void whoeverIsErasedIsFollowedUntilThenAndNoFurther() {
        Instant day = DAY.plus(30, ChronoUnit.DAYS);
        Repurchases.Told before = told(day);
        String name = "again-erased-" + UUID.randomUUID();
        UUID tom = known(name);
        serve(name, tom, day, 4);
        order(name, "8", day.minus(4, ChronoUnit.DAYS));
        order(name, "9", day.plus(4, ChronoUnit.DAYS));
        assertEquals(1, told(day).loyalty().orders() - before.loyalty().orders());
        customers.forget(tom);
        Repurchases.Told after = told(day);
        assertEquals(1, after.loyalty().customers() - before.loyalty().customers());
        assertEquals(0, after.loyalty().orders() - before.loyalty().orders(), "Nobody knows what that news was of");
    }

    @Test
    void whatTheyComplainedAboutIsAGroupOfItsOwn() {
        Instant day = Instant.parse("2013-07-01T00:00:00Z");
        for (String name : List.of("again-late-1", "again-late-2", "again-content")) {
            if (!stories.isTold(name)) {
                serve(name, known(name), day, null);
            }
        }
        UUID theme = UUID.randomUUID();
        try {
            change(
                    "insert into theme (id, number, name, at, sum) values (:id, 9001, 'Late', now(), decode(repeat('00', 1536), 'hex'))",
                    theme);
            change(
                    """
                    insert into complaint (id, conversation, episode, customer, at, language, theme)
                    select gen_random_uuid(), id, 1, customer, now(), 'en', :id from conversation
                     where client_id in ('again-late-1', 'again-late-2')""",
                    theme);
            String groups = "comparisons.find { it.question == 'theme' }.groups";
            read(day, "")
                    .body("themes.'9001'", equalTo("Late"))
                    .body(groups + ".key", equalTo(List.of("none", "9001")))
                    .body(groups + ".hidden", equalTo(List.of(true, true)));
        } finally {
            change("delete from complaint where theme = :id", theme);
            change("delete from theme where id = :id", theme);
        }
    }

    /** Four kinds of talk, each of more than a hundred customers, go from the log through to the report. */
    @Test
    void howItWentPutsCustomersIntoTheirGroups() throws SQLException {
        Instant day = Instant.parse("2015-02-01T00:00:00Z");
        Duration shortly = Duration.ofSeconds(30);
        Duration slowly = Duration.ofMinutes(20);
        try (Connection connection = database.getConnection();
                Shoppers shoppers = new Shoppers(connection)) {
            shoppers.theme(9002, "Burnt");
            shoppers.theme(9003, "Lost");
            shoppers.add("bot-solved", new Talk(null, true, false, false, 5, 10, null), day, 220, 110, 0);
            shoppers.add("waited-long", new Talk(slowly, false, true, true, 1, 3, 9002), day, 230, 115, 1);
            shoppers.add("waited-shortly", new Talk(shortly, false, false, false, 3, null, 9003), day, 130, 35, 0);
            shoppers.add("left", new Talk(null, false, false, false, null, null, null), day, 120, 32, 1);
        }
        ValidatableResponse report =
                read(day, "").body("customers", equalTo(700)).body("orders", equalTo(292));
        groups(report, "satisfaction", "low 230 115, middle 130 35, high 220 110, unrated 120 32");
        groups(report, "solved", "bot 220 110, person 360 150, left 120 32");
        groups(report, "wait", "short 130 35, long 230 115, none 340 142");
        groups(report, "repeated", "no 130 35, yes 230 115");
        groups(report, "goodwill", "none 130 35, given 230 115");
        groups(report, "nps", "promoter 220 110, other 230 115");
        groups(report, "theme", "none 340 142, 9002 230 115, 9003 130 35");
        report.body(
                "both",
                equalTo(Map.of(
                        "promotersWhoBought", 110,
                        "promotersWhoDidNot", 110,
                        "othersWhoBought", 115,
                        "othersWhoDidNot", 115)));
        report.body("level", closeTo(1 - 0.05 / 19, 1e-12));
        // Who was happy had bought nothing before, and who was not had: nobody can be compared.
        report.body("comparisons[0].groups[0].adjusted", nullValue());
        behind(day, "&question=nps&group=promoter&which=not_within").body("total", equalTo(110));
        groups(read(day, "&long=30"), "wait", "short 360 150, long null null, none 340 142");
    }

    private static void groups(ValidatableResponse report, String question, String expected) {
        List<Map<String, Object>> groups =
                report.extract().path("comparisons.find { it.question == '%s' }.groups", question);
        assertEquals(
                expected,
                groups.stream()
                        .map(each -> each.get("key") + " " + each.get("customers") + " " + each.get("orders"))
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void whatTheySaidOfALaterTalkPutsThemIntoNoGroup() throws SQLException {
        Instant first = Instant.parse("2015-04-01T00:00:00Z");
        Instant later = first.plus(20, ChronoUnit.DAYS);
        try (Connection connection = database.getConnection();
                Shoppers shoppers = new Shoppers(connection)) {
            shoppers.add("came-again", new Talk(null, true, false, false, 5, null, null), first, 110, 80, 0);
            shoppers.serveAgain("came-again", new Talk(null, true, false, false, 5, 10, null), later);
        }
        ValidatableResponse both =
                read("?from=" + first + "&to=" + later.plus(1, ChronoUnit.DAYS)).body("customers", equalTo(110));
        // Of those who bought at all, 40 did after the later talk.
        groups(both, "nps", "promoter null null, other null null");
        groups(both, "satisfaction", "low null null, middle null null, high 110 80, unrated null null");
        groups(
                read("?from=" + later + "&to=" + later.plus(1, ChronoUnit.DAYS)),
                "nps",
                "promoter 110 40, other null null");
    }

    @Test
    void whatIsNoneOfTheLargestThemesIsOneGroup() throws SQLException {
        Instant day = Instant.parse("2015-06-01T00:00:00Z");
        try (Connection connection = database.getConnection();
                Shoppers shoppers = new Shoppers(connection)) {
            shoppers.add("no-complaint", talk(null), day, 130, 50, 0);
            for (int theme = 0; theme < 12; theme++) {
                shoppers.theme(9100 + theme, "Theme " + theme);
                int many = theme < 2 ? 120 - theme : theme < 10 ? 60 : 55;
                shoppers.add("complained-" + theme + "-of", talk(9100 + theme), day, many, many / 2, 0);
            }
        }
        String theme = "comparisons.find { it.question == 'theme' }.";
        read(day, "")
                .body("otherThemes", equalTo(2))
                .body("themes.size()", equalTo(10))
                .body("themes.'9101'", equalTo("Theme 1"))
                .body(theme + "groups", hasSize(12))
                .body(theme + "groups.findAll { !it.hidden }.key", equalTo(List.of("none", "9100", "9101", "other")))
                .body(theme + "groups.findAll { !it.hidden }.customers", equalTo(List.of(130, 120, 119, 110)))
                .body(theme + "adjusted.degrees", equalTo(3));
        behind(day, "&question=theme&group=other&which=customers").body("total", equalTo(110));
    }

    private static Talk talk(@Nullable Integer theme) {
        return new Talk(null, false, false, false, null, null, theme);
    }

    @AfterEach
    void nobodyComplainsAnyMore() {
        // Themes of other tests may have got numbers after these.
        String ours = "select id from theme where number in (9002, 9003) or number between 9100 and 9111";
        QuarkusTransaction.requiringNew().run(() -> {
            holdThemes();
            for (String of : List.of("theme", "centre")) {
                entities.createNativeMutationQuery(
                                "update complaint set " + of + " = null where " + of + " in (" + ours + ")")
                        .executeUpdate();
            }
            entities.createNativeMutationQuery("delete from theme where id in (" + ours + ")")
                    .executeUpdate();
        });
    }

    private void change(String sql, UUID theme) {
        QuarkusTransaction.requiringNew().run(() -> {
            holdThemes();
            entities.createNativeMutationQuery(sql).setParameter("id", theme).executeUpdate();
        });
    }

    /** Complaints are read all the while, in an order of their own: whoever changes them as well waits for that. */
    private void holdThemes() {
        bookmarks.hold("theme_cursor");
    }

    @Test
    void onlyManagersAskAndOnlyForWhatMakesSense() {
        given().get(LOYALTY).then().statusCode(401);
        cast.as(cast.bima()).get(LOYALTY).then().statusCode(403);
        cast.as(cast.bima()).get(LOYALTY + "/curves").then().statusCode(403);
        for (String wrong : new String[] {"within=6", "within=731", "within=soon", "long=0", "long=1441"}) {
            cast.as(cast.maya()).get(LOYALTY + "?" + wrong).then().statusCode(400);
        }
        cast.as(cast.maya())
                .get(LOYALTY + "?from=1999-01-01&to=1999-01-02")
                .then()
                .statusCode(200)
                .body("customers", nullValue())
                .body("comparisons", hasSize(7))
                .body("comparisons[0].adjusted", nullValue());
    }

    private ValidatableResponse read(Instant day, String more) {
        return read(days(day) + more);
    }

    private ValidatableResponse read(String query) {
        return cast.as(cast.maya())
                .config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
                .get(LOYALTY + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse csv(String path) {
        return cast.as(cast.maya())
                .accept("text/csv")
                .get(path + days(DAY))
                .then()
                .statusCode(200);
    }

    private static String days(Instant day) {
        return "?from=" + day + "&to=" + day.plus(1, ChronoUnit.DAYS);
    }

    private Repurchases.Told told(Instant day) {
        return repurchases.told(
                new Range(day, day.plus(1, ChronoUnit.DAYS), ZoneOffset.UTC), 90, Duration.ofMinutes(5));
    }

    private UUID known(String externalId) {
        return customers.known(externalId, null, null, null).id();
    }

    private void order(String externalId, String number, Instant at) {
        order(externalId, number, at, null);
    }

    private void order(String externalId, String number, Instant at, @Nullable String status) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("order", number);
        if (status != null) {
            data.put("status", status);
        }
        ShopEvent event = new ShopEvent(externalId + number + at + status, "order", at, data);
        QuarkusTransaction.requiringNew().run(() -> customers.told(externalId, event));
    }

    private void serve(String name, UUID customer, Instant at, @Nullable Integer mark) {
        Author bima = Author.agent(cast.bima().id(), "Bima");
        stories.tell(new Stories.Opening(name, customer, "", "en", null, at), story -> {
            story.customerSays(at, "Where is it?");
            story.agentTakes(at.plusSeconds(10), bima);
            story.agentSays(at.plusSeconds(20), bima, "On its way.");
            story.agentResolves(at.plusSeconds(30), bima);
            if (mark != null) {
                story.customerRates(at.plusSeconds(40), mark, null, null);
            }
        });
    }
}
