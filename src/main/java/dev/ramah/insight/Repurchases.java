package dev.ramah.insight;

import dev.ramah.customer.Purchases;
import dev.ramah.desk.Repeats;
import dev.ramah.loyalty.Counted;
import dev.ramah.loyalty.Followed;
import dev.ramah.loyalty.Group;
import dev.ramah.loyalty.Loyalty;
import dev.ramah.loyalty.Question;
import dev.ramah.platform.Problem;
import dev.ramah.theme.Complaints;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether customers bought again after they were served. Each is followed from the end of the first of their episodes that
 * ended in the range until they order again, until today, or until they were erased.
 */
@ApplicationScoped
class Repurchases {

    /** So many themes have a group of their own: those of most customers. The others are one group together. */
    private static final int THEMES = 10;

    private static final UUID NONE = new UUID(0, 0);

    /** As the database orders them. */
    private static final Comparator<UUID> BY_ID = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final Reports reports;
    private final Rollups rollups;
    private final Followings followings;
    private final Purchases purchases;
    private final Repeats repeats;
    private final Complaints complaints;
    private final Clock clock;
    private final ToldLately lately = new ToldLately();

    Repurchases(
            Reports reports,
            Rollups rollups,
            Followings followings,
            Purchases purchases,
            Repeats repeats,
            Complaints complaints,
            Clock clock) {
        this.reports = reports;
        this.rollups = rollups;
        this.followings = followings;
        this.purchases = purchases;
        this.repeats = repeats;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * What customers did.
     *
     * @param asOf until when they were followed
     * @param told whether the shop ever told of anything bought
     * @param unknown customers who were served, and of whom the shop can't tell what they buy
     * @param themes what the themes that have a group are called, by their numbers
     * @param otherThemes how many themes are in one group together
     */
    record Told(
            Instant asOf, boolean told, int unknown, Map<Integer, String> themes, int otherThemes, Loyalty loyalty) {}

    /**
     * What those did who were served in this time.
     *
     * @param within after how many days the rates are read
     * @param tooLong where there is no target, a longer wait for a person is a long one
     */
    Told told(Range range, int within, Duration tooLong) {
        return read(edition -> {
            ToldLately.Asked asked = new ToldLately.Asked(edition, followings.version(edition), range, within, tooLong);
            Optional<Told> again = lately.again(asked, clock.instant());
            if (again.isPresent()) {
                return again.get();
            }
            Told told = tell(asked);
            lately.keep(asked, told);
            return told;
        });
    }

    private Told tell(ToldLately.Asked asked) {
        Seen seen = seen(asked.edition(), asked.range(), asked.tooLong());
        return new Told(
                seen.asOf(),
                purchases.wereToldOf(),
                seen.unknown().size(),
                seen.themes(),
                seen.otherThemes(),
                Loyalty.of(seen.followed(), asked.within()));
    }

    /**
     * Those whom a number of it counts: of each the episode from whose end on they are followed, the newest first.
     *
     * @param first how many of these lie before the wanted ones
     * @throws Problem FORBIDDEN where the number is hidden, INVALID where they are more than {@code limit}
     */
    Reports.BehindPage behind(
            Range range, int within, Duration tooLong, Counted counted, long first, int most, int limit) {
        return read(edition -> {
            Seen seen = seen(edition, range, tooLong);
            if (!counted.isShownIn(Loyalty.of(seen.followed(), within))) {
                throw new Problem(
                        Problem.Code.FORBIDDEN,
                        "Of fewer than " + Group.ENOUGH_CUSTOMERS + " customers or " + Group.ENOUGH_ORDERS
                                + " who bought again nobody is shown.");
            }
            List<FirstEpisode> all = counted.which() == Counted.Which.UNKNOWN
                    ? seen.unknown()
                    : seen.known().stream()
                            .filter(each -> counted.has(each.followed()))
                            .map(Known::episode)
                            .toList();
            if (all.size() > limit) {
                throw Problem.invalid("These are more than " + limit + " episodes. Choose fewer days.");
            }
            List<Episode.Id> some = all.stream()
                    .sorted(Comparator.comparing(FirstEpisode::ended)
                            .reversed()
                            .thenComparing(FirstEpisode::conversation))
                    .skip(first)
                    .limit(most)
                    .map(each -> new Episode.Id(each.conversation(), each.number()))
                    .toList();
            return new Reports.BehindPage(
                    all.size(),
                    false,
                    null,
                    reports.behind(edition, Wanted.all(What.ENDED, range).among(some), 0, most));
        });
    }

    /** A customer of whom the shop tells, with the episode from whose end on they are followed. */
    private record Known(FirstEpisode episode, Followed followed) {}

    /**
     * Everyone who was served.
     *
     * @param unknown of whom the shop can't tell what they buy
     */
    private record Seen(
            Instant asOf, List<Known> known, List<FirstEpisode> unknown, Map<Integer, String> themes, int otherThemes) {

        List<Followed> followed() {
            return known.stream().map(Known::followed).toList();
        }
    }

    /** What puts a customer into groups, see {@link Treatment#groups}; thousands are alike. */
    private record Kind(Treatment treatment, @Nullable Boolean waitedLong, boolean askedAgain, String theme) {

        Map<Question, String> groups() {
            return treatment.groups(waitedLong, askedAgain, theme);
        }
    }

    /** What the log and the shop have told till now is in it. */
    private <T> T read(IntFunction<T> report) {
        followings.catchUp(rollups.catchUp());
        return reports.read(report);
    }

    private Seen seen(int edition, Range range, Duration tooLong) {
        Instant now = clock.instant();
        List<Following> served = followings.within(edition, range);
        // Ids grow with time, and there are too many of them to name each.
        UUID first = served.stream()
                .map(each -> each.episode().conversation())
                .min(BY_ID)
                .orElse(NONE);
        UUID last = served.stream()
                .map(each -> each.episode().conversation())
                .max(BY_ID)
                .orElse(NONE);
        Set<Repeats.Counted> askedAgain = repeats.foundBetween(first, last);
        Map<Complaints.About, Complaints.Known> complained = complaints.themesBetween(first, last);
        List<Complaints.Known> all = bySize(complained, served);
        Map<Integer, String> themes =
                all.stream().limit(THEMES).collect(Collectors.toMap(Complaints.Known::number, Complaints.Known::name));
        Map<Kind, Map<Question, String>> groups = new HashMap<>();
        List<Known> known = new ArrayList<>();
        List<FirstEpisode> unknown = new ArrayList<>();
        for (Following each : served) {
            FirstEpisode episode = each.episode();
            if (!each.known()) {
                unknown.add(episode);
                continue;
            }
            Kind kind = new Kind(
                    episode.treatment(),
                    episode.waited() == null ? null : episode.waited() > tooLong.toSeconds(),
                    askedAgain.contains(new Repeats.Counted(episode.conversation(), episode.number())),
                    group(episode, complained, themes));
            known.add(new Known(
                    episode, each.bought().followed(episode.ended(), now, groups.computeIfAbsent(kind, Kind::groups))));
        }
        return new Seen(now, known, unknown, themes, all.size() - themes.size());
    }

    /** The themes of customers whom the shop knows, those of most of them first. */
    private static List<Complaints.Known> bySize(
            Map<Complaints.About, Complaints.Known> complained, List<Following> served) {
        Map<Complaints.Known, Long> counted = served.stream()
                .filter(Following::known)
                .flatMap(each -> Stream.ofNullable(complained.get(each.episode().about())))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<Complaints.Known, Long>comparingByValue()
                        .reversed()
                        .thenComparing(each -> each.getKey().number()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String group(
            FirstEpisode episode, Map<Complaints.About, Complaints.Known> complained, Map<Integer, String> themes) {
        Complaints.@Nullable Known theme = complained.get(episode.about());
        if (theme == null) {
            return "none";
        }
        return themes.containsKey(theme.number()) ? String.valueOf(theme.number()) : Question.OTHER;
    }
}
