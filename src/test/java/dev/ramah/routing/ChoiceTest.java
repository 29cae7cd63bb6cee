package dev.ramah.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is the right one: Bima of the orders, Ana of the machines. */
class ChoiceTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final UUID BIMA = new UUID(1, 1);
    private static final UUID ANA = new UUID(1, 2);

    /** The same in everything, but that Ana has been idle for a moment longer and would get what nothing else decides. */
    private final Candidate bima = new Candidate(BIMA, Set.of("id"), Set.of("orders"), Set.of(), 100, 1, NINE, false);

    private final Candidate ana =
            new Candidate(ANA, Set.of("id"), Set.of("orders"), Set.of(), 100, 1, NINE.minusSeconds(1), false);

    @Test
    void whereNothingElseDecidesItIsWhoWasIdleForLongest() {
        assertChosen(ANA, Criterion.IDLE_LONGEST, need("id"), bima, ana);
    }

    @Test
    void whoHasLessToDoComesBeforeWhoWasIdleForLonger() {
        assertChosen(BIMA, Criterion.HAS_LEAST_TO_DO, need("id"), with(bima, 50, 3), ana);
        assertChosen(BIMA, Criterion.HAS_FEWEST, need("id"), with(bima, 100, 1), with(ana, 100, 2));
    }

    @Test
    void whoSpeaksTheLanguageComesBeforeWhoHasLessToDo() {
        Candidate busy = with(bima, 500, 5);
        Candidate german = new Candidate(ANA, Set.of("de"), Set.of(), Set.of(), 0, 0, NINE, false);
        assertChosen(BIMA, Criterion.SPEAKS_THE_LANGUAGE, need("id"), busy, german);
        assertChosen(BIMA, Criterion.SPEAKS_THE_LANGUAGE, need("id-ID"), busy, german);
        Candidate unsaid = new Candidate(ANA, Set.of(), Set.of("orders"), Set.of(), 0, 0, NINE, false);
        assertChosen(ANA, Criterion.HAS_LEAST_TO_DO, need("id"), busy, unsaid);
    }

    @Test
    void whoHasTheSkillComesBeforeWhoSpeaksTheLanguage() {
        Candidate repairs =
                new Candidate(ANA, Set.of("de"), Set.of("machines"), Set.of("repairs"), 300, 3, NINE, false);
        assertChosen(ANA, Criterion.HAS_THE_SKILLS, need("id", Set.of("machines"), Set.of("repairs")), bima, repairs);
        assertChosen(ANA, Criterion.HAS_THE_SKILLS, need("id", Set.of(), Set.of("repairs", "taxes")), bima, repairs);
    }

    @Test
    void whoKnowsTheCustomerComesBeforeWhoHasTheSkill() {
        Candidate repairs = new Candidate(ANA, Set.of("id"), Set.of("machines"), Set.of("repairs"), 0, 0, NINE, false);
        Need known = new Need("id", 100, null, Set.of(), Set.of(BIMA), Set.of("machines"), Set.of("repairs"));
        assertChosen(BIMA, Criterion.KNOWS_THE_CUSTOMER, known, bima, repairs);
    }

    @Test
    void whoHadTooMuchGetsTheEasyOnesAndOthersTheHeavyOnes() {
        Candidate spared = new Candidate(BIMA, Set.of("id"), Set.of("orders"), Set.of(), 0, 0, NINE, true);
        Need heavy = new Need("id", 200, null, Set.of(), Set.of(BIMA), Set.of(), Set.of());
        assertChosen(ANA, Criterion.IS_NOT_SPARED, heavy, spared, ana);
        assertChosen(BIMA, Criterion.HAS_LEAST_TO_DO, need("id"), spared, ana);
        assertChosen(BIMA, null, heavy, spared);
    }

    @Test
    void whoGaveItAwayGetsItBackOnlyWhenNobodyElseIsThere() {
        Need given = new Need("id", 100, null, Set.of(BIMA), Set.of(BIMA), Set.of(), Set.of());
        assertChosen(ANA, Criterion.DID_NOT_HAND_IT_ON, given, bima, with(ana, 500, 5));
        assertChosen(BIMA, null, given, bima);
    }

    @Test
    void whoItIsMeantForComesBeforeAll() {
        Need meant = new Need("id", 100, BIMA, Set.of(), Set.of(ANA), Set.of("machines"), Set.of());
        assertChosen(BIMA, Criterion.MEANT_FOR_THEM, meant, with(bima, 900, 9), ana);
    }

    @Test
    void nobodyIsChosenOfNobody() {
        assertEquals(Optional.empty(), Choice.of(need("id"), List.of()));
    }

    @Test
    void theOrderInWhichPeopleStandDoesNotMatter() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Candidate> people = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                people.add(new Candidate(
                        new UUID(2, i),
                        Set.of(random.nextBoolean() ? "id" : "en"),
                        random.nextBoolean() ? Set.of("orders") : Set.of(),
                        Set.of(),
                        random.nextInt(3) * 100,
                        random.nextInt(2),
                        NINE.plusSeconds(random.nextInt(2)),
                        random.nextBoolean()));
            }
            Need need = need("id", Set.of("orders"), Set.of());
            Optional<Choice> first = Choice.of(need, people);
            Collections.shuffle(people, random);
            assertEquals(first, Choice.of(need, people));
        }
    }

    private static void assertChosen(UUID who, @Nullable Criterion because, Need need, Candidate... free) {
        Choice choice = Choice.of(need, List.of(free)).orElseThrow();
        assertEquals(who, choice.who().id());
        if (because == null) {
            assertNull(choice.because());
        } else {
            assertEquals(because, choice.because());
        }
    }

    private static Need need(String language) {
        return need(language, Set.of(), Set.of());
    }

    private static Need need(String language, Set<String> teams, Set<String> skills) {
        return new Need(language, 100, null, Set.of(), Set.of(), teams, skills);
    }

    private static Candidate with(Candidate who, int load, int conversations) {
        return new Candidate(
                who.id(), who.languages(), who.teams(), who.skills(), load, conversations, who.idleSince(), false);
    }
}
