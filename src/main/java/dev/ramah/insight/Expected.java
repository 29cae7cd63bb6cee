package dev.ramah.insight;

import dev.ramah.expectation.Leaning;
import dev.ramah.expectation.Trait;
import dev.ramah.expectation.Traits;
import java.util.List;

/**
 * What whoever had an episode probably thought. It is no rating.
 *
 * @param unhappy the chance that they would have given a 1 or 2, 0 to 1
 * @param because what speaks for it, the strongest first; often nothing does, as against it
 */
record Expected(double unhappy, List<Trait> because, List<Trait> against) {

    static Expected of(Leaning leaning, Traits traits) {
        return new Expected(leaning.unhappy(traits), leaning.because(traits), leaning.against(traits));
    }
}
