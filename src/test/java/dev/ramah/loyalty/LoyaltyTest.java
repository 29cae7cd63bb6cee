package dev.ramah.loyalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
                    new Group(few, null, null, true, null, null, null, List.of(), null),
                    group(comparison, few),
                    "Nor how many there are");
        }
        assertNull(group(comparison, "low").rate());
        assertTrue(group(comparison, "middle").curve().isEmpty());
        assertEquals(100, group(comparison, "high").customers());
        assertNull(comparison.plain(), "One group alone is compared with nothing");
        assertNull(group(comparison, "high").adjusted(), "Nor is it evened out to itself");
    }

    @Test
    void whatIsHiddenIsNotWhatIsLeftWhenTheShownAreTakenFromAll() {
        List<Followed> customers = new ArrayList<>();
        add(customers, 99, 60, 0, Question.SATISFACTION, "low");
        add(customers, 150, 60, 0, Question.SATISFACTION, "middle");
        add(customers, 400, 90, 0, Question.SATISFACTION, "high");
        add(customers, 300, 90, 0, Question.SATISFACTION, "unrated");
        assertEquals(List.of("high", "unrated"), shown(customers), "249 and 120 orders are left, of two groups");
        add(customers, 1, 0, 0, Question.SATISFACTION, "low");
        assertEquals(List.of("low", "middle", "high", "unrated"), shown(customers));

        List<Followed> twoSmall = new ArrayList<>();
        add(twoSmall, 60, 20, 0, Question.SATISFACTION, "low");
        add(twoSmall, 60, 10, 0, Question.SATISFACTION, "middle");
        add(twoSmall, 150, 60, 0, Question.SATISFACTION, "high");
        add(twoSmall, 200, 60, 0, Question.SATISFACTION, "unrated");
        assertEquals(List.of("high", "unrated"), shown(twoSmall), "120 and 30 orders are left");
        assertEquals(List.of("unrated"), shown(twoSmall.subList(1, twoSmall.size())), "29 orders would be left");
        assertEquals(
                List.of("high", "unrated"), shown(twoSmall.subList(120, twoSmall.size())), "Nobody is left to tell of");
    }

    @Test
    void nothingIsOpenedThatIsNotShown() {
        List<Followed> customers = new ArrayList<>();
        add(customers, 99, 40, 0, Question.NPS, "promoter");
        Counted all = new Counted(null, null, Counted.Which.CUSTOMERS, 90);
        Loyalty few = Loyalty.of(customers, 90);
        assertFalse(few.suffices());
        assertFalse(all.isShownIn(few));
        add(customers, 100, 80, 0, Question.NPS, "promoter");
        add(customers, 200, 80, 0, Question.NPS, "other");
        Loyalty more = Loyalty.of(customers, 90);
        assertTrue(more.suffices());
        assertTrue(all.isShownIn(more));
        assertTrue(new Counted(Question.NPS, "promoter", Counted.Which.WITHIN, 90).isShownIn(more));
        Counted didNot = new Counted(Question.NPS, "promoter", Counted.Which.NOT_WITHIN, 90);
        assertFalse(didNot.isShownIn(more), "79 promoters didn't");
        add(customers, 21, 0, 0, Question.NPS, "promoter");
        add(customers, 100, 100, 0, Question.NPS, "other");
        assertTrue(didNot.isShownIn(Loyalty.of(customers, 90)));
        assertFalse(
                new Counted(Question.NPS, "nobody", Counted.Which.NOT_WITHIN, 90).isShownIn(Loyalty.of(customers, 90)));
    }

    private static List<String> shown(List<Followed> customers) {
        return Loyalty.of(customers, 90).comparisons().get(0).groups().stream()
                .filter(each -> !each.hidden())
                .map(Group::key)
                .toList();
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
        Group.Adjusted adjustedLow = Objects.requireNonNull(low.adjusted());
        Group.Adjusted adjustedHigh = Objects.requireNonNull(high.adjusted());
        double crude = at(high.curve(), 60).share() - at(low.curve(), 60).share();
        double curves = at(adjustedHigh.curve(), 60).share()
                - at(adjustedLow.curve(), 60).share();
        assertTrue(crude > 0.2 && Math.abs(curves) < 0.06, crude + " " + curves);
        double medians = Objects.requireNonNull(low.median()).days()
                - Objects.requireNonNull(high.median()).days();
        double even = Objects.requireNonNull(adjustedLow.median()).days()
                - Objects.requireNonNull(adjustedHigh.median()).days();
        assertTrue(medians > 40 && Math.abs(even) < 20, medians + " " + even);
    }

    /** Where all were followed for as long, the curve and the rate are the same thing. */
    @Test
    void theAdjustedCurveIsTheAdjustedRateOnItsDayAndTheStrataThatCannotBeComparedAreLeftOut() {
        List<Followed> customers = new ArrayList<>();
        add(customers, 100, 50, 0, Question.SOLVED, "bot");
        add(customers, 300, 60, 1, Question.SOLVED, "bot");
        add(customers, 300, 120, 0, Question.SOLVED, "person");
        add(customers, 100, 70, 1, Question.SOLVED, "person");
        add(customers, 50, 10, 7, Question.SOLVED, "person");
        Comparison comparison = Loyalty.of(customers, 90).comparisons().get(1);
        for (String key : List.of("bot", "person")) {
            Group group = group(comparison, key);
            Group.Adjusted adjusted = Objects.requireNonNull(group.adjusted());
            assertEquals(
                    Objects.requireNonNull(group.evened()).share(),
                    at(adjusted.curve(), 90).share(),
                    1e-12);
            assertEquals(800.0 / 850, adjusted.covered(), 1e-12);
        }
        // Half of those who can be compared had bought nothing before: 0.5 · 0.5 + 0.5 · 0.2.
        assertEquals(
                0.35,
                at(Objects.requireNonNull(group(comparison, "bot").adjusted()).curve(), 90)
                        .share(),
                1e-12);
    }

    @Test
    void intervalsAreAsWideAsTheNumberOfGroupsAsks() {
        List<Followed> customers = new ArrayList<>();
        add(customers, 200, 100, 0, Question.SOLVED, "bot");
        Loyalty one = Loyalty.of(customers, 90);
        assertEquals(0.95, one.level(), 1e-12);
        add(customers, 200, 100, 0, Question.SOLVED, "person");
        add(customers, 200, 100, 0, Question.SATISFACTION, "low");
        add(customers, 200, 100, 0, Question.SATISFACTION, "high");
        Loyalty four = Loyalty.of(customers, 90);
        assertEquals(0.9875, four.level(), 1e-12);
        Group alone = group(one.comparisons().get(1), "bot");
        Group among = group(four.comparisons().get(1), "bot");
        // Wilson's of 100 of 200: 0.5 ± z / 2 / √(200 + z²), with z 1.959964 and 2.497705.
        Rate rate = Objects.requireNonNull(among.rate());
        assertEquals(0.431361, Objects.requireNonNull(alone.rate()).low(), 1e-6);
        assertEquals(0.5 - 2.497705 / 2 / Math.sqrt(200 + 2.497705 * 2.497705), rate.low(), 1e-6);
        assertTrue(at(among.curve(), 60).low() < at(alone.curve(), 60).low());
        assertTrue(at(among.curve(), 60).high() > at(alone.curve(), 60).high());
    }

    private static Group.Point at(List<Group.Point> curve, int day) {
        return curve.stream()
                .filter(each -> each.day() <= day)
                .reduce((earlier, later) -> later)
                .orElseThrow();
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
        add(customers, 230, 120, 1, Question.NPS, "promoter");
        add(customers, 300, 100, 1, Question.NPS, "other");
        assertEquals(
                new Loyalty.Both(120, 110, 100, 200), Loyalty.of(customers, 90).both());
        assertNull(Loyalty.of(customers.subList(0, 230), 90).both(), "Of others nothing is known");
        assertNull(Loyalty.of(customers, 79).both(), "Of the others 99 bought so soon");
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
        List<Evened> evened =
                Evened.of(List.of(one, other), Bonferroni.reach(1)).orElseThrow();
        assertEquals(0.4, evened.get(0).share(), 1e-12);
        assertEquals(0.5, evened.get(1).share(), 1e-12);
        assertEquals(200.0 / 203, evened.get(0).covered(), 1e-12);
        // variance 0.25 · 0.2 · 0.8 / 20 + 0.25 · 0.6 · 0.4 / 80 = 0.00275; logit 0.4 = -0.405465, ± 1.959964 ·
        // √0.00275 / 0.24
        assertEquals(0.302859, evened.get(0).low(), 1e-5);
        assertEquals(0.505697, evened.get(0).high(), 1e-5);
        assertTrue(Evened.of(List.of(one, new Evened.Counts(new int[3], new int[] {0, 0, 9})), Bonferroni.reach(1))
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
