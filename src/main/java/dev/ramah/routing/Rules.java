package dev.ramah.routing;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What managers have set about who gets whom.
 *
 * @param capacity how many ordinary conversations somebody has before no more are offered
 * @param topics what a tag of an article that a conversation touched asks for
 * @param pages what the page asks for from which the customer writes
 * @param customers who waits less
 */
public record Rules(
        int capacity, Weights weights, List<OfTopic> topics, List<OfPage> pages, List<OfCustomer> customers) {

    private static final int MOST = 200;
    private static final int LONGEST = 200;
    private static final int MOST_CAPACITY = 100;

    /** Ahead by more than this, customers would be served by rank and no longer by the time they came. */
    private static final int MOST_AHEAD_MINUTES = 60;

    /** Conversations about this tag are this team's, and ask for this skill; one of both may be left open. */
    public record OfTopic(String tag, @Nullable String team, @Nullable String skill) {}

    /** The same for pages whose address has this in it. */
    public record OfPage(String contains, @Nullable String team, @Nullable String skill) {}

    /** A customer of whom the shop says this is served as if they had come so many minutes earlier. */
    public record OfCustomer(String attribute, String value, int aheadMinutes) {}

    /** The teams and skills that something asks for. */
    public record Wish(Set<String> teams, Set<String> skills) {}

    /** What a form leaves out is as it usually is, or empty. */
    public Rules {
        weights = Objects.requireNonNullElse(weights, Weights.USUAL);
        topics = Objects.requireNonNullElse(topics, List.of());
        pages = Objects.requireNonNullElse(pages, List.of());
        customers = Objects.requireNonNullElse(customers, List.of());
    }

    /** What counts until somebody has set something. */
    public static Rules usual(int capacity) {
        return new Rules(capacity, Weights.USUAL, List.of(), List.of(), List.of());
    }

    /** How much somebody can have in hand before no more is offered to them. */
    public int mostLoad() {
        return capacity * Weights.ORDINARY;
    }

    /** What these tags and this page ask for. */
    public Wish wish(Set<String> tags, @Nullable String page) {
        Set<String> teams = new HashSet<>();
        Set<String> skills = new HashSet<>();
        for (OfTopic each : topics) {
            if (tags.contains(each.tag())) {
                add(teams, each.team());
                add(skills, each.skill());
            }
        }
        String address = page == null ? "" : page.toLowerCase(Locale.ROOT);
        for (OfPage each : pages) {
            if (address.contains(each.contains().toLowerCase(Locale.ROOT))) {
                add(teams, each.team());
                add(skills, each.skill());
            }
        }
        return new Wish(teams, skills);
    }

    /** By how much a customer with these attributes goes ahead; what counts most counts alone. */
    public Duration ahead(Map<String, String> attributes) {
        return Duration.ofMinutes(customers.stream()
                .filter(each -> each.value().equalsIgnoreCase(attributes.get(each.attribute())))
                .mapToInt(OfCustomer::aheadMinutes)
                .max()
                .orElse(0));
    }

    /**
     * The same, as it can be kept.
     *
     * @throws Problem INVALID that names the field
     */
    public Rules checked() {
        Weights.within("capacity", capacity, 1, MOST_CAPACITY);
        weights.check();
        return new Rules(
                capacity,
                weights,
                few("topics", topics).stream()
                        .map(each -> {
                            askSomething("topics", each.team(), each.skill());
                            return new OfTopic(
                                    line("topics.tag", each.tag()), orNull(each.team()), orNull(each.skill()));
                        })
                        .toList(),
                few("pages", pages).stream()
                        .map(each -> {
                            askSomething("pages", each.team(), each.skill());
                            return new OfPage(
                                    line("pages.contains", each.contains()), orNull(each.team()), orNull(each.skill()));
                        })
                        .toList(),
                few("customers", customers).stream()
                        .map(each -> {
                            Weights.within("customers.aheadMinutes", each.aheadMinutes(), 1, MOST_AHEAD_MINUTES);
                            return new OfCustomer(
                                    line("customers.attribute", each.attribute()),
                                    line("customers.value", each.value()),
                                    each.aheadMinutes());
                        })
                        .toList());
    }

    private static <T> List<T> few(String field, List<T> all) {
        if (all.size() > MOST || all.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid(field + " are at most " + MOST + ".");
        }
        return all;
    }

    private static void askSomething(String field, @Nullable String team, @Nullable String skill) {
        if (orNull(team) == null && orNull(skill) == null) {
            throw Problem.invalid(field + " name a team, a skill or both.");
        }
    }

    private static String line(String field, @Nullable String text) {
        String line = orNull(text);
        if (line == null) {
            throw Problem.invalid(field + " has 1 to " + LONGEST + " characters.");
        }
        return line;
    }

    private static @Nullable String orNull(@Nullable String text) {
        String line = Text.line(text);
        if (line == null || line.isBlank()) {
            return null;
        }
        if (line.length() > LONGEST || !Text.isStorable(line)) {
            throw Problem.invalid("A name has at most " + LONGEST + " characters.");
        }
        return line.strip();
    }

    private static void add(Set<String> all, @Nullable String one) {
        if (one != null) {
            all.add(one);
        }
    }
}
