package dev.ramah.loyalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Customers of a made-up shop who do what they are told to. */
class LoyaltyTest {

    private static final Instant END = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void onlyWholeDaysCountAndOnlyWhatCameAfterTheEpisode() {
        assertEquals(
                new Followed(10, 3, 2, Map.of()),
                Followed.of(END, END.plus(Duration.ofHours(10 * 24 + 5)), END.plus(Duration.ofHours(49)), 2, Map.of()));
        assertEquals(
                1,
                Followed.of(END, END.plus(Duration.ofDays(9)), END.plusMillis(1), 0, Map.of())
                        .bought());
        assertEquals(
                0,
                Followed.of(END, END.plus(Duration.ofHours(53)), END.plus(Duration.ofHours(50)), 0, Map.of())
                        .bought(),
                "On a day that has only begun nobody knows who will not buy");
        assertEquals(0, Followed.of(END, END.minusSeconds(5), null, 0, Map.of()).seen());
    }

    @Test
    void nothingIsShownOfFewCustomersOrFewOrders() {
        List<Followed> customers = new ArrayList<>();
        add(customers, 99, 60, 0, Question.SATISFACTION, "low");
        add(customers, 100, 29, 0, Question.SATISFACTION, "middle");
        add(customers, 100, 30, 0, Question.SATISFACTION, "high");
        Comparison comparison = Loyalty.of(customers, 90).comparisons().get(0);
        for (String few : List.of("low", "middle", "unrated")) {
            assertEquals(
                    new Group(few, null, null, true, null, null, null, List.of()),
                    group(comparison, few),
                    "Nor how many there are");
        }
        assertNull(group(comparison, "low").rate());
        assertTrue(group(comparison, "middle").curve().isEmpty());
        assertEquals(100, group(comparison, "high").customers());
        assertNull(comparison.plain(), "One group alone is compared with nothing");
    }

    @Test
    void aRateIsOfThoseWhoWereFollowedForLongEnough() {
        List<Followed> customers = new ArrayList<>();
        add(customers, 120, 60, 0, Question.SOLVED, "bot");
        // Those who came lately have bought already, and say nothing of those who will not have in three months.
        for (int i = 0; i < 50; i++) {
            customers.add(new Followed(20, 5, 0, Map.of(Question.SOLVED, "bot")));
        }
        Group bot = group(Loyalty.of(customers, 90).comparisons().get(1), "bot");
        assertEquals(170, bot.customers());
        assertEquals(110, bot.orders());
        Rate rate = Objects.requireNonNull(bot.rate());
        assertEquals(60, rate.bought());
        assertEquals(120, rate.of());
        assertEquals(0.5, rate.share());
        assertTrue(rate.low() < 0.42 && rate.high() > 0.58, rate.toString());
        assertNull(
                group(Loyalty.of(customers, 400).comparisons().get(1), "bot").rate(),
                "Nobody was followed for as long");
    }

    /** Within a stratum nothing differs, and the happy ones are mostly those who bought often before. */
    @Test
    void whatIsOnlyOldLoyaltyGoesAwayWhenThoseWhoBoughtAsOftenAreCompared() {
        Random random = new Random(6);
        List<Followed> customers = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            boolean often = random.nextBoolean();
            boolean happy = random.nextDouble() < (often ? 0.8 : 0.2);
            customers.add(customer(random, often ? 0.02 : 0.004, often ? 5 : 0, happy ? "high" : "low"));
        }
        Comparison comparison = Loyalty.of(customers, 60).comparisons().get(0);
        Comparison.Difference plain = Objects.requireNonNull(comparison.plain());
        Comparison.Difference adjusted = Objects.requireNonNull(comparison.adjusted());
        assertTrue(plain.p() < 1e-6, plain.toString());
        assertTrue(adjusted.p() > 0.01, adjusted.toString());
        Group low = group(comparison, "low");
        Group high = group(comparison, "high");
        double apart = rate(high) - rate(low);
        double evened = Objects.requireNonNull(high.evened()).share()
                - Objects.requireNonNull(low.evened()).share();
        assertTrue(apart > 0.2 && Math.abs(evened) < 0.06, apart + " " + evened);
    }

    @Test
    void whatIsThereIsFoundAndWhatIsNotIsSeldomCalledADifference() {
        int called = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Followed> customers = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                int earlier = random.nextInt(6);
                customers.add(new Followed(
                        300,
                        day(random, 0.004),
                        earlier,
                        Map.of(
                                Question.SATISFACTION, random.nextBoolean() ? "high" : "low",
                                Question.SOLVED, random.nextBoolean() ? "bot" : "person",
                                Question.WAIT, random.nextBoolean() ? "short" : "long",
                                Question.REPEATED, random.nextBoolean() ? "yes" : "no",
                                Question.GOODWILL, random.nextBoolean() ? "none" : "given",
                                Question.NPS, random.nextBoolean() ? "promoter" : "other",
                                Question.THEME, random.nextBoolean() ? "none" : "4")));
            }
            boolean any = Loyalty.of(customers, 90).comparisons().stream()
                    .map(each -> Objects.requireNonNull(each.adjusted()))
                    .anyMatch(each -> each.corrected() < 0.05);
            called += any ? 1 : 0;
        }
        // Of 40 shops without any difference two are expected; seven or more come about once in 300 times.
        assertTrue(called < 7, called + " of 40");

        Random random = new Random(1);
        List<Followed> customers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            boolean happy = random.nextBoolean();
            customers.add(customer(random, happy ? 0.012 : 0.006, random.nextInt(5), happy ? "high" : "low"));
        }
        Comparison comparison = Loyalty.of(customers, 60).comparisons().get(0);
        assertTrue(Objects.requireNonNull(comparison.adjusted()).corrected() < 0.001);
        double happy =
                Objects.requireNonNull(group(comparison, "high").median()).days();
        double unhappy =
                Objects.requireNonNull(group(comparison, "low").median()).days();
        // Half have bought after ln 2 / 0.012 = 58 days, and after twice as many.
        assertEquals(58, happy, 12);
        assertEquals(116, unhappy, 24);
    }

    @Test
    void whatTheyDoStandsBesideWhatTheySay() {
        List<Followed> customers = new ArrayList<>();
        add(customers, 150, 90, 1, Question.NPS, "promoter");
        add(customers, 200, 50, 1, Question.NPS, "other");
        assertEquals(
                new Loyalty.Both(90, 60, 50, 150), Loyalty.of(customers, 90).both());
        assertNull(Loyalty.of(customers.subList(0, 150), 90).both(), "Of others nothing is known");
    }

    @Test
    void aCurveEndsBeforeItTellsOfSingleCustomersAndKeepsItsEndsWhenItIsDrawn() {
        Random random = new Random(3);
        List<Followed> customers = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            customers.add(customer(random, 0.01, 0, "high"));
        }
        Loyalty loyalty = Loyalty.of(customers, 90);
        Group whole = group(loyalty.comparisons().get(0), "high");
        assertTrue(whole.curve().size() > 150);
        whole.curve().forEach(each -> {
            assertTrue(each.atRisk() >= Group.LEFT);
            assertTrue(each.low() <= each.share() && each.share() <= each.high(), each.toString());
        });
        Group drawn = group(loyalty.drawn(50).comparisons().get(0), "high");
        assertTrue(drawn.curve().size() <= 51, drawn.curve().size() + " points");
        assertEquals(
                whole.curve().get(whole.curve().size() - 1),
                drawn.curve().get(drawn.curve().size() - 1));
        assertNotNull(whole.median());
        assertEquals(whole.median(), drawn.median());
    }

    /** By hand: half of all are in each stratum, so 0.5 · 0.2 + 0.5 · 0.6, and 0.5 · 0.4 + 0.5 · 0.6. */
    @Test
    void weightsAreThoseOfAllGroupsTogether() {
        Evened.Counts one = new Evened.Counts(new int[] {4, 48, 3}, new int[] {20, 80, 3});
        Evened.Counts other = new Evened.Counts(new int[] {32, 12, 0}, new int[] {80, 20, 0});
        List<Evened> evened = Evened.of(List.of(one, other)).orElseThrow();
        assertEquals(0.4, evened.get(0).share(), 1e-12);
        assertEquals(0.5, evened.get(1).share(), 1e-12);
        assertEquals(200.0 / 203, evened.get(0).covered(), 1e-12);
        // variance 0.25 · 0.2 · 0.8 / 20 + 0.25 · 0.6 · 0.4 / 80 = 0.00275; logit 0.4 = -0.405465, ± 1.959964 ·
        // √0.00275 / 0.24
        assertEquals(0.302859, evened.get(0).low(), 1e-5);
        assertEquals(0.505697, evened.get(0).high(), 1e-5);
        assertTrue(Evened.of(List.of(one, new Evened.Counts(new int[3], new int[] {0, 0, 9})))
                .isEmpty());
    }

    private static double rate(Group group) {
        return Objects.requireNonNull(group.rate()).share();
    }

    private static Followed customer(Random random, double aDay, int earlier, String mark) {
        int seen = 120 + random.nextInt(200);
        int day = day(random, aDay);
        return new Followed(seen, day <= seen ? day : 0, earlier, Map.of(Question.SATISFACTION, mark));
    }

    /** Of somebody who buys on any day with this chance. */
    private static int day(Random random, double chance) {
        int day = (int) Math.ceil(Math.log(1 - random.nextDouble()) / Math.log1p(-chance));
        return day > 300 ? 0 : Math.max(1, day);
    }

    private static void add(
            List<Followed> customers, int many, int buying, int earlier, Question question, String group) {
        for (int i = 0; i < many; i++) {
            customers.add(new Followed(365, i < buying ? 1 + i % 80 : 0, earlier, Map.of(question, group)));
        }
    }

    private static Group group(Comparison comparison, String key) {
        return comparison.groups().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
