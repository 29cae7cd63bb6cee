package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Tells articles apart by what sets their examples apart: multinomial logistic regression on meanings, by stochastic
 * gradient descent with steps that shrink to none (Bottou 2012). It starts from the rule of the nearest middle, which
 * is also what an article gets that was written after the training, until the next one.
 */
final class Classifier {

    /** The logarithm of a probability; below it articles are all equally impossible. */
    static final double LEAST = -15;

    // How steep the nearest middle's rule is; 20 did worse where examples are few.
    private static final float START = 30;

    // Examples looked at in all: a few are gone through often, many only a few times.
    private static final int LOOKS = 120_000;
    private static final int FEWEST_ROUNDS = 4;
    private static final int MOST_ROUNDS = 60;

    // The first step, for meanings of unit length less their mean; steps of 1 end no better.
    private static final float STEP = 4;

    // Large weights are penalised by their squares, as C = 40 in the usual notation; 10 lost a point on StackFAQ.
    private static final double C = 40;

    private final float[] mean;
    private final List<Meanings> articles;

    // The articles that were written after the training, by their places.
    private final List<Integer> fresh;

    // A row a dimension, a column an article: along a row nothing waits for the number before it.
    private final float[] weights;
    private final float[] bias;

    private Classifier(float[] mean, List<Meanings> articles, List<Integer> fresh, float[] weights, float[] bias) {
        this.mean = mean;
        this.articles = articles;
        this.fresh = fresh;
        this.weights = weights;
        this.bias = bias;
    }

    /** Untrained: the nearest middle is the likeliest. */
    static Classifier start(List<Meanings> articles) {
        return new Classifier(mean(articles), List.of(), List.of(), new float[0], new float[0]).of(articles);
    }

    static Classifier trained(List<Meanings> articles) {
        if (articles.size() < 2) {
            return start(articles);
        }
        float[] mean = mean(articles);
        int size = articles.size();
        Classifier classifier =
                new Classifier(mean, List.copyOf(articles), List.of(), new float[mean.length * size], new float[size]);
        classifier.start();
        classifier.train();
        return classifier;
    }

    /** The same for these articles, in this order; one that it doesn't know gets the rule of the nearest middle. */
    Classifier of(List<Meanings> others) {
        Map<Meanings, Integer> places = new HashMap<>();
        for (int place = 0; place < articles.size(); place++) {
            places.put(articles.get(place), place);
        }
        fresh.forEach(place -> places.remove(articles.get(place)));
        float[] moved = new float[mean.length * others.size()];
        float[] movedBias = new float[others.size()];
        List<Integer> unknown = new ArrayList<>();
        for (int place = 0; place < others.size(); place++) {
            Integer known = places.get(others.get(place));
            if (known == null) {
                unknown.add(place);
                movedBias[place] = Float.NEGATIVE_INFINITY;
                continue;
            }
            movedBias[place] = bias[known];
            for (int i = 0; i < mean.length; i++) {
                moved[i * others.size() + place] = weights[i * bias.length + known];
            }
        }
        return new Classifier(mean, List.copyOf(others), List.copyOf(unknown), moved, movedBias);
    }

    /** By article, the logarithm of the probability that it is meant if one of them is; not below {@link #LEAST}. */
    double[] logProbabilities(Vector question) {
        double[] logs = fresh.size() == articles.size() ? new double[articles.size()] : trained(question);
        if (!fresh.isEmpty()) {
            addFresh(question, logs);
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.max(LEAST, logs[i]);
        }
        return logs;
    }

    private double[] trained(Vector question) {
        return normalized(activations(question.values(), 0, mean));
    }

    /**
     * Trained articles are surer of themselves than the rule of the nearest middle ever is, and one that was written
     * since would hardly be found beside them. So the rule says first, among all, how much is the fresh ones'; the
     * others share the rest as they were trained to.
     */
    private void addFresh(Vector question, double[] logs) {
        float[] near = new float[articles.size()];
        for (int i = 0; i < near.length; i++) {
            near[i] = (float) (START * articles.get(i).middle(question));
        }
        double[] start = normalized(near);
        double share = fresh.stream().mapToDouble(i -> Math.exp(start[i])).sum();
        double rest = Math.log(Math.max(0, 1 - share));
        for (int i = 0; i < logs.length; i++) {
            logs[i] += rest;
        }
        fresh.forEach(i -> logs[i] = start[i]);
    }

    private static double[] normalized(float[] activations) {
        double highest = Float.NEGATIVE_INFINITY;
        for (float each : activations) {
            highest = Math.max(highest, each);
        }
        double sum = 0;
        for (float each : activations) {
            sum += Math.exp(each - highest);
        }
        double log = highest + Math.log(sum);
        double[] logs = new double[activations.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = activations[i] - log;
        }
        return logs;
    }

    private float[] activations(float[] rows, int at, float @Nullable [] origin) {
        int width = bias.length;
        float[] sums = bias.clone();
        for (int i = 0; i < mean.length; i++) {
            float value = origin == null ? rows[at + i] : rows[at + i] - origin[i];
            int row = i * width;
            for (int k = 0; k < width; k++) {
                sums[k] += value * weights[row + k];
            }
        }
        return sums;
    }

    /** The weights that say what the rule of the nearest middle says. */
    private void start() {
        for (int k = 0; k < bias.length; k++) {
            float[] middle = articles.get(k).centre().values();
            bias[k] = START * (dot(mean, middle) - dot(middle, middle) / 2);
            for (int i = 0; i < mean.length; i++) {
                weights[i * bias.length + k] = START * (middle[i] - mean[i]);
            }
        }
    }

    private void train() {
        List<Integer> order = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int article = 0; article < articles.size(); article++) {
            for (int i = 0; i < articles.get(article).teaching(); i++) {
                order.add(owners.size());
                owners.add(article);
            }
        }
        float[] rows = centred(owners.size());
        int rounds = Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, LOOKS / owners.size()));
        Random random = new Random(1);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (int i = 0; i < order.size(); i++) {
                float step = STEP * (1 - (round + (float) i / order.size()) / rounds);
                learn(rows, order.get(i), owners.get(order.get(i)), step);
            }
            shrink((float) Math.exp(-STEP * (1 - (round + 0.5) / rounds) / C));
        }
    }

    private float[] centred(int examples) {
        float[] rows = new float[examples * mean.length];
        int at = 0;
        for (Meanings article : articles) {
            for (int number = 0; number < article.teaching(); number++) {
                article.copyTo(number, rows, at);
                for (int i = 0; i < mean.length; i++) {
                    rows[at++] -= mean[i];
                }
            }
        }
        return rows;
    }

    /** One step against the gradient of the logarithm of the right article's probability. */
    private void learn(float[] rows, int example, int right, float step) {
        int width = bias.length;
        float[] steps = activations(rows, example * mean.length, null);
        float highest = Float.NEGATIVE_INFINITY;
        for (float each : steps) {
            highest = Math.max(highest, each);
        }
        float sum = 0;
        for (int k = 0; k < width; k++) {
            steps[k] = (float) Math.exp(steps[k] - highest);
            sum += steps[k];
        }
        for (int k = 0; k < width; k++) {
            steps[k] *= -step / sum;
        }
        steps[right] += step;
        for (int i = 0; i < mean.length; i++) {
            float value = rows[example * mean.length + i];
            int row = i * width;
            for (int k = 0; k < width; k++) {
                weights[row + k] += value * steps[k];
            }
        }
        for (int k = 0; k < width; k++) {
            bias[k] += steps[k];
        }
    }

    private void shrink(float factor) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
    }

    private static float[] mean(List<Meanings> articles) {
        float[] mean =
                new float[articles.isEmpty() ? 0 : articles.get(0).centre().size()];
        for (Meanings article : articles) {
            float[] middle = article.centre().values();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += middle[i] / articles.size();
            }
        }
        return mean;
    }

    private static float dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
