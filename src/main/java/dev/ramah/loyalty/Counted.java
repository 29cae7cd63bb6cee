package dev.ramah.loyalty;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a number counts.
 *
 * @param question whose group it is of; null for all customers together
 * @param group its name among the groups of the question; null for all customers together
 * @param days after the end of the episode, where {@code which} has a last day
 */
public record Counted(@Nullable Question question, @Nullable String group, Which which, int days) {

    /** Who of a group. */
    public enum Which {
        CUSTOMERS,
        /** Bought again, ever since. */
        BOUGHT,
        /** Bought again up to this day, however long the others are followed: a row of a curve. */
        BY,
        /** Followed for as long. */
        FOLLOWED,
        /** Of these, who bought again within these days. */
        WITHIN,
        /** Of these, who did not: of those who said whether they would recommend us, see {@link Loyalty.Both}. */
        NOT_WITHIN,
        /** Of whom the shop can't tell what they buy; they are in no group. */
        UNKNOWN
    }

    /** Whether it counts this one. */
    public boolean has(Followed customer) {
        if (question != null && !customer.groups().getOrDefault(question, "").equals(group)) {
            return false;
        }
        boolean again = customer.bought() > 0;
        boolean soon = again && customer.bought() <= days;
        boolean followed = customer.seen() >= days;
        return switch (which) {
            case CUSTOMERS -> true;
            case BOUGHT -> again;
            case BY -> soon;
            case FOLLOWED -> followed;
            case WITHIN -> followed && soon;
            case NOT_WITHIN -> followed && !soon;
            case UNKNOWN -> false;
        };
    }

    /** Whether the report shows the number: what it hides as too small must not be counted by looking behind it. */
    public boolean isShownIn(Loyalty report) {
        if (question == null || group == null) {
            return switch (which) {
                case CUSTOMERS, BOUGHT -> report.suffices();
                case UNKNOWN -> true;
                case BY, FOLLOWED, WITHIN, NOT_WITHIN -> false;
            };
        }
        if (which == Which.NOT_WITHIN) {
            return question == Question.NPS && question.groups().contains(group) && report.both() != null;
        }
        return of(report).filter(this::isShownIn).isPresent();
    }

    private boolean isShownIn(Group shown) {
        return switch (which) {
            case CUSTOMERS, BOUGHT -> true;
            case BY ->
                !shown.curve().isEmpty()
                        && days <= shown.curve().get(shown.curve().size() - 1).day();
            case FOLLOWED, WITHIN -> shown.rate() != null;
            case NOT_WITHIN, UNKNOWN -> false;
        };
    }

    /** The group, if it is not hidden. */
    private Optional<Group> of(Loyalty report) {
        return report.comparisons().stream()
                .filter(each -> each.question() == question)
                .flatMap(each -> each.groups().stream())
                .filter(each -> each.key().equals(group) && !each.hidden())
                .findFirst();
    }
}
