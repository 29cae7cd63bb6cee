package dev.ramah.expectation;

import java.util.EnumMap;
import java.util.Map;

/** An episode's traits as numbers; one that is not named is 0. */
public final class Traits {

    private final Map<Trait, Double> values;

    private Traits(Map<Trait, Double> values) {
        this.values = values;
    }

    /** None yet. */
    public static Traits none() {
        return new Traits(new EnumMap<>(Trait.class));
    }

    /** The same and this one. */
    public Traits with(Trait trait, double value) {
        if (value != 0) {
            values.put(trait, value);
        }
        return this;
    }

    /** The same and this one, if it is so. */
    public Traits with(Trait trait, boolean so) {
        return with(trait, so ? 1 : 0);
    }

    double of(Trait trait) {
        return values.getOrDefault(trait, 0.0);
    }
}
