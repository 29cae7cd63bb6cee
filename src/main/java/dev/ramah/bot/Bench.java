package dev.ramah.bot;

import dev.ramah.knowledge.Draft;
import dev.ramah.knowledge.Edition;
import dev.ramah.knowledge.Library;
import dev.ramah.knowledge.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the bot what it should know, of the articles in print or of those that may come. */
@ApplicationScoped
class Bench {

    private final Probes probes;
    private final Answers answers;
    private final Boldness boldness;
    private final Library library;
    private final Proposals proposals;

    Bench(Probes probes, Answers answers, Boldness boldness, Library library, Proposals proposals) {
        this.probes = probes;
        this.answers = answers;
        this.boldness = boldness;
        this.library = library;
        this.proposals = proposals;
    }

    /** Asks all questions and keeps what they got; {@code waiting}: as if all drafts were published. */
    void run(boolean waiting) {
        Edition articles = waiting ? library.with(proposals.drafts()) : library.current();
        probes.keep(ask(probes.all(), articles), waiting);
    }

    /** A question that was asked. */
    record Tried(Probe probe, Probe.Got got) {

        boolean passed() {
            return probe.isPassedBy(got);
        }
    }

    /** A question that passes and would not; {@code got} is the article that it would get, null for none. */
    record Broken(String text, String language, @Nullable String expected, @Nullable String got) {}

    /** What would break if this were published. */
    List<Broken> brokenBy(Draft draft) {
        List<Probe> passing = ask(probes.all(), library.current()).stream()
                .filter(Tried::passed)
                .map(Tried::probe)
                .toList();
        if (passing.isEmpty()) {
            return List.of();
        }
        return ask(passing, library.with(List.of(draft))).stream()
                .filter(each -> !each.passed())
                .map(each -> new Broken(
                        each.probe().text,
                        each.probe().language,
                        each.probe().article,
                        each.got().article()))
                .toList();
    }

    private List<Tried> ask(List<Probe> all, Edition articles) {
        return all.stream().map(each -> ask(each, articles)).toList();
    }

    private Tried ask(Probe probe, Edition articles) {
        Asked asked = Asked.first(probe.text, probe.language);
        return new Tried(
                probe,
                Probe.Got.of(
                        answers.answer(asked, boldness.now().answer(), articles).decision()));
    }
}
