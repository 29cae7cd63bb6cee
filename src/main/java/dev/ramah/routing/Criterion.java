package dev.ramah.routing;

import java.util.function.ToLongBiFunction;

/**
 * What makes one person righter for a conversation than another. The constants stand in the order of their importance:
 * the first in which two people differ decides between them.
 */
public enum Criterion {
    /** It was handed on to them. */
    MEANT_FOR_THEM((need, who) -> no(who.id().equals(need.meantFor()))),
    /** They did not give it away themselves. */
    DID_NOT_HAND_IT_ON((need, who) -> no(!need.handedOnBy().contains(who.id()))),
    /** It is not heavy, or they had nothing that was too much just now. */
    IS_NOT_SPARED((need, who) -> no(!who.spared() || !Weights.isHeavy(need.weight()))),
    /** They have talked with this customer before, who so has to tell less. */
    KNOWS_THE_CUSTOMER((need, who) -> no(need.knownTo().contains(who.id()))),
    /** They are in the teams and have the skills that its topic and page ask for; who lacks fewer comes first. */
    HAS_THE_SKILLS((need, who) -> need.skills().stream()
                    .filter(each -> !who.skills().contains(each))
                    .count()
            + need.teams().stream().filter(each -> !who.teams().contains(each)).count()),
    /** They speak the customer's language. */
    SPEAKS_THE_LANGUAGE((need, who) -> no(who.speaks(need.language()))),
    /** What they have in hand weighs least. */
    HAS_LEAST_TO_DO((need, who) -> who.load()),
    /** They have the fewest conversations, where those weigh the same. */
    HAS_FEWEST((need, who) -> who.conversations()),
    /** They have been idle for longest. */
    IDLE_LONGEST((need, who) -> who.idleSince().toEpochMilli());

    // A function without state; the compiler can only not see that.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToLongBiFunction<Need, Candidate> lacks;

    Criterion(ToLongBiFunction<Need, Candidate> lacks) {
        this.lacks = lacks;
    }

    /** How far somebody is from what this asks for; the least is best. */
    long lacks(Need need, Candidate who) {
        return lacks.applyAsLong(need, who);
    }

    private static long no(boolean yes) {
        return yes ? 0 : 1;
    }
}
