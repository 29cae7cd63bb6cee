package dev.ramah.theme;

import dev.ramah.language.Vector;
import dev.ramah.theme.Grouping.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Complaints whose themes are known: as alike as the shipped sentence model makes them (0.72 within a theme, 0.5
 * otherwise), or another one, with as many beside them that belong nowhere. The same seed plants the same.
 */
final class Planted {

    private static final int SIZE = 128;

    /** Shares of what all have in common, of the theme, and of the complaint itself. */
    private final double common;

    private final double ofTheme;
    private final double own;
    private final double ownWithoutTheme;

    /** A complaint and the theme that it was planted for; -1 for none. */
    record Seed(Point point, int theme) {}

    private final SplittableRandom random;
    private final float[] ofAll;
    private final List<float[]> themes;

    Planted(long seed, int themes) {
        this(seed, themes, 0.5, 0.72);
    }

    /** As a model sees them to which those about other things are at {@code apart} of each other, and others at {@code alike}. */
    Planted(long seed, int themes, double apart, double alike) {
        this.common = Math.sqrt(apart);
        this.ofTheme = Math.sqrt(alike - apart);
        this.own = Math.sqrt(1 - alike);
        this.ownWithoutTheme = Math.sqrt(1 - apart);
        this.random = new SplittableRandom(seed);
        this.ofAll = direction();
        this.themes = new ArrayList<>();
        for (int i = 0; i < themes; i++) {
            this.themes.add(direction());
        }
    }

    /** So many of each theme, with one that belongs nowhere after each, shuffled. */
    List<Seed> stream(int ofEach) {
        List<Seed> all = new ArrayList<>();
        for (int theme = 0; theme < themes.size(); theme++) {
            for (int i = 0; i < ofEach; i++) {
                all.add(new Seed(point(of(theme)), theme));
                all.add(new Seed(point(ofNone()), -1));
            }
        }
        return shuffled(all);
    }

    <T> List<T> shuffled(List<T> all) {
        List<T> left = new ArrayList<>(all);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        return shuffled;
    }

    Vector of(int theme) {
        return mixed(themes.get(theme), ofTheme, own);
    }

    Vector ofNone() {
        return mixed(new float[SIZE], 0, ownWithoutTheme);
    }

    private Vector mixed(float[] theme, double share, double alone) {
        float[] itself = direction();
        float[] sum = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            sum[i] = (float) (common * ofAll[i] + share * theme[i] + alone * itself[i]);
        }
        return Vector.towards(sum);
    }

    Point point(Vector meaning) {
        return new Point(id(), id(), meaning);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private float[] direction() {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Arrays.copyOf(Vector.towards(values).values(), SIZE);
    }
}
