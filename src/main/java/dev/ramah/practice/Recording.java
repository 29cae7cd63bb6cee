package dev.ramah.practice;

import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** An episode of the log as a scenario takes it: who said what, in order. */
record Recording(List<Plot.Line> lines, String reason) {

    private static final String PICTURE = "📎";

    static Recording of(List<Entry> log, int episode) {
        List<Entry> there =
                log.stream().filter(each -> each.episode() == episode).toList();
        List<Entry> said = there.stream()
                .filter(each -> !each.erased() && !text(each).isBlank())
                .limit(Plot.MOST_LINES)
                .toList();
        List<Plot.Line> lines = new ArrayList<>();
        for (Entry each : said) {
            lines.add(new Plot.Line(lines.size() + 1, Who.of(each.by().role().name()), text(each)));
        }
        String reason = there.stream()
                .map(Entry::what)
                .filter(Happened.Escalated.class::isInstance)
                .map(each -> ((Happened.Escalated) each).reason())
                .findFirst()
                .orElse("ASKED_FOR_A_PERSON");
        return new Recording(fromTheCustomerOn(lines), reason);
    }

    /** The newest episode in which a colleague answered the customer, or else the newest of all. */
    static int hardest(List<Entry> log) {
        Optional<Integer> answered = log.stream()
                .filter(each -> each.what() instanceof Happened.Said && each.isBy(Role.AGENT))
                .map(Entry::episode)
                .reduce((one, other) -> other);
        return answered.orElseGet(
                () -> log.isEmpty() ? 1 : log.get(log.size() - 1).episode());
    }

    /** Files have names of whatever people call them: only that there was one is told. */
    private static String text(Entry entry) {
        Happened what = Objects.requireNonNull(entry.what());
        if (entry.isBy(Role.SYSTEM)) {
            return "";
        }
        return what instanceof Happened.Said said ? said.text() : what instanceof Happened.Attached ? PICTURE : "";
    }

    /** What a colleague wrote before the customer did was an offer to write: a plot begins with the customer. */
    private static List<Plot.Line> fromTheCustomerOn(List<Plot.Line> lines) {
        List<Plot.Line> before =
                lines.stream().takeWhile(each -> each.by() != Who.CUSTOMER).toList();
        boolean ours = before.stream().anyMatch(each -> each.by() == Who.AGENT);
        List<Plot.Line> kept = ours ? lines.subList(before.size(), lines.size()) : lines;
        return IntStream.range(0, kept.size())
                .mapToObj(
                        i -> new Plot.Line(i + 1, kept.get(i).by(), kept.get(i).text()))
                .toList();
    }
}
