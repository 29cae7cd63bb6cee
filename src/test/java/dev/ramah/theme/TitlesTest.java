package dev.ramah.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.FakeModel;
import dev.ramah.cast.FakeModel.Answer;
import dev.ramah.cast.WithChatModel;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chat model names what was found; a played one does here. Each test complains about something of its own. */
@RamahTest
@TestProfile(WithChatModel.class)
class TitlesTest {

    @Inject
    Cast cast;

    @Inject
    Unhappy unhappy;

    @Inject
    Titles titles;

    @Inject
    Customers customers;

    @Inject
    Session entities;

    private FakeModel model;

    @BeforeEach
    void somebodyNames() {
        model = WithChatModel.played();
    }

    @AfterEach
    void nobodyNames() {
        model.close();
    }

    @Test
    void aNewThemeIsNamedOnceAndKeepsItsName() {
        names("ostrich", "Ostrich at the counter", new CountDownLatch(0));
        List<String> said = List.of(
                "The ostrich at the counter bites, write to me at robin@mail.example",
                "An ostrich stands at the counter and bites",
                "Your counter ostrich bit me in the hand",
                "Bitten by the ostrich at the counter",
                "The counter has an ostrich that bites");
        int number = unhappy.theme(unhappy.tell("en", 1, said).get(4).conversation());
        Patience.until("it is named", () -> named(number, "Ostrich at the counter"));
        String asked = asked("ostrich").get(0);
        assertTrue(asked.contains("[EMAIL_1]") && !asked.contains("robin@mail.example"), asked);
        unhappy.theme(unhappy.tell("en", 1, "A horrible ostrich bites people at the counter", null)
                .conversation());
        titles.nameThem();
        assertEquals("Ostrich at the counter", name(number));
        assertEquals(1, asked("ostrich").size());
        cast.as(cast.maya())
                .body(Map.of("name", "Birds"))
                .put("/api/themes/" + number + "/name")
                .then()
                .statusCode(200);
        titles.nameThem();
        assertEquals("Birds", name(number));
    }

    @Test
    void whatPeopleDidMeanwhileStays() throws Exception {
        CountDownLatch thinks = new CountDownLatch(1);
        names("bagpipe", "Bagpipes at night", thinks);
        int number = unhappy.theme(unhappy.tell(
                        "en",
                        1,
                        List.of(
                                "Bagpipe music plays in the toilet",
                                "The toilet plays bagpipe music at me",
                                "Why is there bagpipe music in the toilet",
                                "Horrible bagpipe music in your toilet",
                                "Toilet with bagpipe music, never again"))
                .get(4)
                .conversation());
        Patience.until("it is asked", () -> asked("bagpipe").size() == 1);
        String own = name(number);
        cast.as(cast.maya())
                .body(Map.of("pinned", true))
                .put("/api/themes/" + number + "/pin")
                .then()
                .statusCode(200);
        thinks.countDown();
        Patience.until("it has answered", () -> !outcomes(number).contains("ASKED"));
        assertEquals(own, name(number));
    }

    @Test
    void whatNamesSomebodyIsNotUsedAndWhoWasErasedIsInNoName() {
        names("scarecrow", "Scarecrow of Zebedee", new CountDownLatch(0));
        List<Unhappy.Told> told = unhappy.tell(
                "en",
                1,
                List.of(
                        "The scarecrow at the door frightens my dog Zebedee",
                        "My dog is afraid of the scarecrow at the door",
                        "That scarecrow at your door frightens dogs",
                        "A scarecrow at the door, my dog barked",
                        "Dogs hate the scarecrow at the door"));
        int number = unhappy.theme(told.get(4).conversation());
        Patience.until("it has answered", () -> outcomes(number).contains("MODEL_UNPROVED"));
        assertFalse(name(number).isBlank());
        assertFalse(name(number).contains("Zebedee"));
    }

    @Test
    void aModelThatFailsIsAskedAgainLaterAndNotAtOnce() {
        model.refuses(500);
        int number = unhappy.theme(unhappy.tell(
                        "en",
                        1,
                        List.of(
                                "The unicycle in the aisle is dangerous",
                                "A unicycle in the aisle, I fell",
                                "Fell over the unicycle in your aisle",
                                "Dangerous unicycle in the aisle again",
                                "Why is a unicycle in the aisle"))
                .get(4)
                .conversation());
        Patience.until("it has failed", () -> outcomes(number).contains("MODEL_DOWN"));
        titles.nameThem();
        assertEquals(1, outcomes(number).size());
        String own = name(number);
        assertFalse(own.isBlank());
        names("unicycle", "Unicycle in the aisle", new CountDownLatch(0));
        QuarkusTransaction.requiringNew().run(() -> Theme.update("titleDue = at where number = ?1", number));
        Patience.until("it is named", () -> {
            titles.nameThem();
            return named(number, "Unicycle in the aisle");
        });
        // Once who said a word of it is erased, and too few others did, its own words name it again.
        List<UUID> theirs = QuarkusTransaction.requiringNew()
                .call(() -> Complaint.<Complaint>list("theme", theme(number).id).stream()
                        .filter(each -> Objects.requireNonNull(each.words).contains("unicycle"))
                        .map(each -> each.customer)
                        .toList());
        theirs.subList(0, theirs.size() - 1).forEach(customers::forget);
        assertFalse(named(number, "Unicycle in the aisle"));
    }

    private void names(String about, String name, CountDownLatch first) {
        String reply = "{\"summary\":[],\"tried\":[],\"open\":[],\"facts\":[{\"kind\":\"name\",\"value\":\"" + name
                + "\",\"entry\":1}]}";
        model.does(asked -> asked.contains(about)
                ? new Answer(200, reply, first, new CountDownLatch(0))
                : new Answer(500, "", new CountDownLatch(0), new CountDownLatch(0)));
    }

    private List<String> asked(String about) {
        return model.asked().stream().filter(each -> each.contains(about)).toList();
    }

    private boolean named(int number, String name) {
        return name(number).equals(name);
    }

    private String name(int number) {
        return QuarkusTransaction.requiringNew().call(() -> theme(number).name);
    }

    private static Theme theme(int number) {
        return Theme.numbered(number).orElseThrow();
    }

    private List<String> outcomes(int number) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select outcome from model_call where conversation = :theme order by id", String.class)
                .setParameter("theme", theme(number).id)
                .getResultList());
    }
}
