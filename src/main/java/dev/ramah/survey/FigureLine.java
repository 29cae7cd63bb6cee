package dev.ramah.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the {@link Figures} as a row of a file. Shares are 0 to 1 and have their counts and their interval in rows below. */
record FigureLine(String figure, @Nullable Object value) {

    static final List<String> COLUMNS = List.of("figure", "value");

    static List<FigureLine> of(Figures all) {
        List<FigureLine> lines = new ArrayList<>(List.of(
                new FigureLine("episodes", all.episodes()),
                new FigureLine("asked", all.asked()),
                new FigureLine("byHand", all.byHand()),
                new FigureLine("waiting", all.waiting()),
                new FigureLine("reminded", all.reminded())));
        add(lines, "response", all.response());
        all.refused().forEach((why, n) -> lines.add(new FigureLine("refused " + why, n)));
        all.skipped().forEach((why, n) -> lines.add(new FigureLine("skipped " + why, n)));
        all.surveys().forEach(each -> add(lines, "survey " + each.name(), each.response()));
        Figures.Nps nps = all.nps();
        lines.add(new FigureLine("nps answers", nps.answers()));
        lines.add(new FigureLine("nps", nps.score()));
        lines.add(new FigureLine(
                "nps low", nps.interval() == null ? null : nps.interval().low()));
        lines.add(new FigureLine(
                "nps high", nps.interval() == null ? null : nps.interval().high()));
        add(lines, "promoters", nps.promoters());
        add(lines, "passives", nps.passives());
        add(lines, "detractors", nps.detractors());
        lines.add(new FigureLine("ces answers", all.ces().answers()));
        lines.add(new FigureLine("ces mean", all.ces().mean()));
        add(lines, "ces easy", all.ces().easy());
        return List.copyOf(lines);
    }

    private static void add(List<FigureLine> lines, String name, Figures.Share share) {
        lines.add(new FigureLine(name, share.share()));
        lines.add(new FigureLine(name + " n", share.n()));
        lines.add(new FigureLine(name + " of", share.of()));
        lines.add(new FigureLine(
                name + " low",
                share.interval() == null ? null : share.interval().low()));
        lines.add(new FigureLine(
                name + " high",
                share.interval() == null ? null : share.interval().high()));
    }

    /** The values under {@link #COLUMNS}. */
    List<@Nullable Object> cells() {
        return Arrays.asList(figure, value);
    }
}
