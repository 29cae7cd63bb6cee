package dev.ramah.survey;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a survey is asked, and whom.
 *
 * @param on after which endings; empty: by hand only
 * @param afterDays how many days after the end, 0 to 30; 0 is at once
 * @param share of those whom it is for, in percent, 1 to 100
 * @param languages of the customer, as ISO 639 codes of two letters; empty for all, as the next two
 * @param teams of those who took part, or to which it was handed on
 * @param reasons why a person was asked for, or what it was about as colleagues said
 * @param pauseDays how many days nobody is asked this again, 0 to 365
 * @param remindAfterDays after how many days without an answer a second mail is sent, 1 to 14; null for never
 */
record Rules(
        Set<Occasion> on,
        int afterDays,
        int share,
        List<String> languages,
        List<String> teams,
        List<String> reasons,
        int pauseDays,
        Channel channel,
        @Nullable Integer remindAfterDays) {

    private static final int LATEST = 30;
    private static final int LONGEST_PAUSE = 365;
    private static final int LAST_REMINDER = 14;
    private static final int MOST_NAMES = 50;

    /** Any other one no conversation is ever in. */
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    Rules(
            @Nullable Set<Occasion> on,
            int afterDays,
            int share,
            @Nullable List<String> languages,
            @Nullable List<String> teams,
            @Nullable List<String> reasons,
            int pauseDays,
            @Nullable Channel channel,
            @Nullable Integer remindAfterDays) {
        this.on = on == null ? Set.of() : on;
        this.afterDays = afterDays;
        this.share = share;
        this.languages = names(languages).stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        this.teams = names(teams);
        this.reasons = names(reasons);
        this.pauseDays = pauseDays;
        this.channel = channel == null ? Channel.WIDGET : channel;
        this.remindAfterDays = remindAfterDays;
    }

    private static List<String> names(@Nullable List<String> some) {
        return some == null
                ? List.of()
                : some.stream()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The same for a survey that is asked in this way. */
    Rules by(Channel other) {
        return new Rules(on, afterDays, share, languages, teams, reasons, pauseDays, other, remindAfterDays);
    }

    /** @throws Problem INVALID, saying what makes no sense */
    void check(Form form, boolean mail) {
        expect(afterDays >= 0 && afterDays <= LATEST, "afterDays is 0 to " + LATEST + ".");
        expect(share >= 1 && share <= 100, "share is 1 to 100 percent.");
        expect(pauseDays >= 0 && pauseDays <= LONGEST_PAUSE, "pauseDays is 0 to " + LONGEST_PAUSE + ".");
        expect(channel != Channel.LINK, "A link is passed on by hand: a survey is asked by widget or mail.");
        expect(channel != Channel.MAIL || mail, "Mail is not set up here.");
        expect(
                remindAfterDays == null
                        || (channel == Channel.MAIL && remindAfterDays >= 1 && remindAfterDays <= LAST_REMINDER),
                "remindAfterDays is 1 to " + LAST_REMINDER + ", and for what is asked by mail.");
        expect(
                !form.asks(Kind.NPS) || afterDays >= 1,
                "NPS is about the shop and not about a chat: it is asked a day after the end, or later.");
        for (List<String> each : List.of(languages, teams, reasons)) {
            expect(
                    each.size() <= MOST_NAMES
                            && each.stream().allMatch(one -> one.length() <= 100 && Text.isStorable(one)),
                    "languages, teams and reasons are up to " + MOST_NAMES + " short names each.");
        }
        for (String each : languages) {
            expect(
                    LANGUAGES.contains(each),
                    "languages are codes of two letters, as in en or id; " + each + " is none.");
        }
    }

    private static void expect(boolean right, String otherwise) {
        if (!right) {
            throw Problem.invalid(otherwise);
        }
    }
}
