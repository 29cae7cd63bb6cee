package dev.ramah.loyalty;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The population that groups are evened out to: that of all of them together, by how often they had bought before (direct
 * standardisation; N. E. Breslow, N. E. Day, Statistical Methods in Cancer Research II, 1987, chapter 2). Strata in which
 * one of the groups has hardly anybody are left out of all of them, for nobody can be compared there.
 *
 * @param strata those that are left, by their numbers
 * @param weights of these, together 1: {@code w(s) = N(s) / Σ N} with the number N of all groups in it
 * @param covered the share of all customers who are in these
 */
record Standard(List<Integer> strata, List<Double> weights, double covered) {

    /** Fewer of a group in a stratum say nothing of it. */
    static final int FEW = 10;

    /**
     * That of these groups.
     *
     * @param groups how many of each are in each stratum
     * @return nothing where fewer than half of all can be compared
     */
    static Optional<Standard> of(List<int[]> groups) {
        int[] all = IntStream.range(0, groups.get(0).length)
                .map(stratum -> groups.stream().mapToInt(each -> each[stratum]).sum())
                .toArray();
        List<Integer> strata = IntStream.range(0, all.length)
                .filter(stratum -> groups.stream().allMatch(each -> each[stratum] >= FEW))
                .boxed()
                .toList();
        double whole = IntStream.of(all).sum();
        double compared = strata.stream().mapToInt(each -> all[each]).sum();
        if (compared == 0 || compared < whole / 2) {
            return Optional.empty();
        }
        return Optional.of(new Standard(
                strata, strata.stream().map(each -> all[each] / compared).toList(), compared / whole));
    }
}
