package dev.ramah.expectation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Generated worlds: in some the wait and the mood make customers unhappy, in others nothing does. */
class ExpectationTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatIsPlantedIsFoundAndSaidInItsTraits() {
        Expectation learned = Expectation.of(world(1, 3_000, true));
        Quality quality = Objects.requireNonNull(learned.quality());
        assertEquals(600, quality.ratings(), "The newest fifth is held back");
        assertTrue(quality.aurocLow() > 0.65, quality.toString());
        assertTrue(quality.aurocLow() < quality.auroc() && quality.auroc() < quality.aurocHigh(), quality.toString());
        assertTrue(quality.gainLow() > 0 && quality.gain() < quality.gainHigh(), quality.toString());
        Leaning leaning = learned.shown().orElseThrow();
        Traits bad = Traits.none().with(Trait.UPSET, true).with(Trait.WAITED, 3).with(Trait.HANDED_ON, true);
        assertEquals(List.of(Trait.UPSET, Trait.WAITED), leaning.because(bad), "Being handed on means nothing here");
        assertEquals(List.of(), leaning.because(Traits.none().with(Trait.CONFIRMED, true)));
        assertEquals(List.of(Trait.CONFIRMED), leaning.against(Traits.none().with(Trait.CONFIRMED, true)));
        assertEquals(List.of(), leaning.against(bad));
        assertTrue(leaning.unhappy(bad) > 0.6, "" + leaning.unhappy(bad));
        assertTrue(leaning.unhappy(Traits.none().with(Trait.CONFIRMED, true)) < 0.1);
    }

    @Test
    void whatIsExpectedIsOnAverageWhatComes() {
        List<Example> world = world(2, 4_000, true);
        Leaning leaning = Leaning.learned(world);
        List<Example> later = world(3, 4_000, true);
        double expected = later.stream()
                .mapToDouble(each -> leaning.unhappy(each.traits()))
                .average()
                .orElseThrow();
        double came = later.stream()
                .mapToInt(each -> each.unhappy() ? 1 : 0)
                .average()
                .orElseThrow();
        assertEquals(came, expected, 0.03);
    }

    /** Of 40 such worlds one is expected to look as if there were something; five or more come about once in 300 times. */
    @Test
    void whereNothingIsPlantedNothingIsShown() {
        long shown = IntStream.range(0, 40)
                .filter(seed ->
                        Expectation.of(world(100 + seed, 1_000, false)).shown().isPresent())
                .count();
        assertTrue(shown < 5, shown + " of 40");
        assertTrue(Expectation.of(world(7, 1_000, false)).shown().isEmpty());
    }

    /** What was so until last month and is not any more does not pass: the newest are held back, not some of all times. */
    @Test
    void whatHasChangedSinceIsNotShown() {
        List<Example> changed = new ArrayList<>(world(4, 1_600, true));
        world(5, 400, true)
                .forEach(each ->
                        changed.add(new Example(each.at().plusSeconds(100_000_000), each.traits(), !each.unhappy())));
        Collections.shuffle(changed, new Random(1));
        assertTrue(Expectation.of(changed).shown().isEmpty());
    }

    @Test
    void ofFewRatingsOrFewUnhappyOnesNothingIsLearned() {
        assertNull(Expectation.of(world(1, 299, true)).leaning());
        List<Example> happy =
                world(1, 2_000, true).stream().filter(each -> !each.unhappy()).toList();
        Expectation learned = Expectation.of(happy);
        assertNull(learned.leaning());
        assertEquals(happy.size(), learned.ratings());
        assertTrue(learned.shown().isEmpty());
        assertEquals(0, Expectation.of(List.of()).ratings());
    }

    /** At the best weights the slope of the penalised likelihood is 0: each weight is what its trait still misses. */
    @Test
    void theWeightsAreTheBestOnes() {
        List<Example> world = world(6, 1_000, true);
        Leaning leaning = Leaning.learned(world);
        for (int i = 0; i < leaning.traits().size(); i++) {
            int trait = i;
            double slope = world.stream()
                    .mapToDouble(each -> ((each.unhappy() ? 1 : 0) - leaning.unhappy(each.traits()))
                            * (each.traits().of(leaning.traits().get(trait))
                                    - leaning.means().get(trait))
                            / leaning.spreads().get(trait))
                    .sum();
            assertEquals(leaning.weights().get(i), slope, 1e-6);
        }
    }

    /** Hanley and McNeil's 109 pictures of the head, rated 1 to 5: the area is 0.893. */
    @Test
    void theAreaIsThatOfTheTextbook() {
        int[] normal = {33, 6, 6, 11, 2};
        int[] abnormal = {3, 2, 2, 11, 33};
        List<Double> rated = new ArrayList<>();
        List<Boolean> ill = new ArrayList<>();
        for (int mark = 0; mark < 5; mark++) {
            for (int i = 0; i < normal[mark] + abnormal[mark]; i++) {
                rated.add((double) mark);
                ill.add(i >= normal[mark]);
            }
        }
        boolean[] unhappy = new boolean[ill.size()];
        int[] once = new int[ill.size()];
        for (int i = 0; i < unhappy.length; i++) {
            unhappy[i] = ill.get(i);
            once[i] = 1;
        }
        double area =
                Quality.auroc(rated.stream().mapToDouble(Double::doubleValue).toArray(), unhappy, once);
        assertEquals(0.893, area, 0.0005);
    }

    private static List<Example> world(int seed, int size, boolean planted) {
        Random random = new Random(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean met = random.nextInt(10) < 4;
            double waited = met ? Math.log1p(-8 * Math.log(1 - random.nextDouble())) : 0;
            boolean upset = met && random.nextInt(6) == 0;
            boolean again = random.nextInt(6) == 0;
            boolean confirmed = random.nextInt(10) < 6;
            Traits traits = Traits.none()
                    .with(Trait.MET_A_PERSON, met)
                    .with(Trait.WAITED, waited)
                    .with(Trait.UPSET, upset)
                    .with(Trait.ASKED_AGAIN, again)
                    .with(Trait.HANDED_ON, met && random.nextInt(4) == 0)
                    .with(Trait.CONFIRMED, confirmed);
            double logit =
                    planted ? -2 + 0.6 * waited + (upset ? 1.8 : 0) + (again ? 1 : 0) - (confirmed ? 1.2 : 0) : -1.2;
            boolean unhappy = random.nextDouble() < 1 / (1 + Math.exp(-logit));
            examples.add(new Example(START.plusSeconds(60L * i), traits, unhappy));
        }
        Collections.shuffle(examples, random);
        return examples;
    }
}
