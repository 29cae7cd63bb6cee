package dev.ramah.theme;

import dev.ramah.platform.RamahTest;
import dev.ramah.theme.Outbreaks.Seen;
import dev.ramah.theme.Outbreaks.Told;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How soon a theme that breaks out is found, in words: complaints in English and Indonesian as people write them, read by
 * the sentence model, put together and watched as those of customers are. Its name keeps it out of the build; run it with
 * {@code mvn test -Dtest=StreamBenchmark}, and {@code -Dstreams=10} for more of them.
 */
@RamahTest
class StreamBenchmark {

    private static final int SOON = 30;

    @Inject
    Spoken spoken;

    @Inject
    Yardstick yardstick;

    @Test
    void measure() {
        int streams = Integer.getInteger("streams", 5);
        int found = 0;
        int falseAlarms = 0;
        List<Integer> after = new ArrayList<>();
        for (int seed = 0; seed < streams; seed++) {
            SplittableRandom random = new SplittableRandom(1_000 + seed);
            List<Told> stream = Outbreaks.stream(seed, theme -> spoken.of(random, theme));
            Seen seen = Outbreaks.watch(yardstick.rule(), stream);
            found += seen.within(SOON);
            falseAlarms += seen.falseAlarms();
            after.addAll(seen.foundAfter().values());
            System.out.printf(
                    Locale.ROOT,
                    "stream %d: %d complaints, %d of %d found within %d, %d false alarms in %d weeks, after %s%n",
                    seed,
                    stream.size(),
                    seen.within(SOON),
                    Outbreaks.PLANTED,
                    SOON,
                    seen.falseAlarms(),
                    Outbreaks.WEEKS,
                    seen.foundAfter());
        }
        Collections.sort(after);
        System.out.printf(
                Locale.ROOT,
                "%d of %d found within %d complaints, median %d; %.2f false alarms a week%n",
                found,
                Outbreaks.PLANTED * streams,
                SOON,
                after.get(after.size() / 2),
                (double) falseAlarms / (Outbreaks.WEEKS * streams));
    }
}
