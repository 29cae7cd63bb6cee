package dev.ramah.survey;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known when it is decided whether somebody is asked something.
 *
 * @param survey the one that might be asked
 * @param nps whether it asks for NPS
 * @param draw their number in this survey's lottery, 0 to 99
 * @param given whether something was given to them in this episode
 * @param blocked whether they may not write just now
 * @param reachable whether there is an address, and mail
 * @param before what they were asked of other episodes, or reminded of, or are going to be
 * @param cap how often anybody is asked at most
 */
record Asking(
        UUID survey,
        boolean nps,
        Occasion occasion,
        String language,
        Set<String> teams,
        Set<String> reasons,
        int draw,
        boolean given,
        boolean blocked,
        boolean reachable,
        Instant now,
        List<Before> before,
        HowOften.Cap cap) {

    /** They were asked then; {@code survey} is null where nobody knows which one it was. */
    record Before(@Nullable UUID survey, boolean nps, Instant at) {}
}
