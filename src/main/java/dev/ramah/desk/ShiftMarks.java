package dev.ramah.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The door to how people said their shifts were. Nobody learns what one of them said: figures are of weeks that are over
 * and of groups of five or more, and nobody is in two of them, so that no difference tells of fewer.
 */
@ApplicationScoped
public class ShiftMarks {

    /** So many people have to have answered. */
    static final int FEWEST = 5;

    private final Session entities;
    private final Clock clock;

    ShiftMarks(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * How a week was for a group.
     *
     * @param week its Monday, in UTC
     * @param team empty for those of all teams that are too small, and of none
     * @param people how many answered, five at least
     * @param average of their answers, 1 is very bad and 5 very good
     */
    public record Week(LocalDate week, String team, int people, double average) {}

    /** The latest weeks that are over, the newest first, and in each the groups that are large enough. */
    @Transactional
    public List<Week> latest(int weeks) {
        LocalDate thisWeek = weekOf(clock.instant());
        List<Answers> answers = entities
                .createNativeQuery(
                        """
                        select m.week, m.team, a.people, cast(count(*) as int), cast(sum(m.mark) as int)
                          from shift_mark m
                          join (select week, team, array_agg(agent) as people
                                  from shift_answered group by week, team) as a
                            on a.week = m.week and a.team = m.team
                         where m.week < :this and m.week >= :first
                         group by m.week, m.team, a.people""",
                        Object[].class)
                .setParameter("this", thisWeek)
                .setParameter("first", thisWeek.minusWeeks(weeks))
                .getResultList()
                .stream()
                .map(row -> new Answers(
                        row[0] instanceof Date date ? date.toLocalDate() : (LocalDate) row[0],
                        (String) row[1],
                        Set.of((UUID[]) row[2]),
                        (Integer) row[3],
                        (Integer) row[4]))
                .toList();
        return grouped(answers);
    }

    /** What a team answered in a week, and who of it did. */
    record Answers(LocalDate week, String team, Set<UUID> people, int marks, int sum) {

        /** Whoever changed teams in that week is one of both, and one person. */
        private Answers and(Answers other) {
            Set<UUID> all = new HashSet<>(people);
            all.addAll(other.people);
            return new Answers(week, "", all, marks + other.marks, sum + other.sum);
        }

        private boolean isLarge() {
            return people.size() >= FEWEST;
        }

        private Week shown() {
            return new Week(week, team, people.size(), sum / (double) marks);
        }
    }

    /** Teams that are too small are one group together; where that is too small as well, nothing is said of them. */
    static List<Week> grouped(List<Answers> answers) {
        Map<LocalDate, List<Answers>> byWeek = new TreeMap<>(Comparator.reverseOrder());
        answers.forEach(each ->
                byWeek.computeIfAbsent(each.week, first -> new ArrayList<>()).add(each));
        List<Week> weeks = new ArrayList<>();
        byWeek.values().forEach(week -> {
            week.sort(Comparator.comparing(Answers::team));
            week.stream()
                    .filter(each -> each.isLarge() && !each.team.isEmpty())
                    .forEach(each -> weeks.add(each.shown()));
            week.stream()
                    .filter(each -> !each.isLarge() || each.team.isEmpty())
                    .map(each -> new Answers(each.week, "", each.people, each.marks, each.sum))
                    .reduce(Answers::and)
                    .filter(Answers::isLarge)
                    .ifPresent(each -> weeks.add(each.shown()));
        });
        return List.copyOf(weeks);
    }

    /** Somebody says how their shift was, 1 to 5; of several teams they count for the first, so that groups are apart. */
    @Transactional
    void keep(UUID agent, List<String> teams, int mark) {
        LocalDate week = weekOf(clock.instant());
        String team = teams.isEmpty() ? "" : teams.get(0);
        entities.createNativeMutationQuery("insert into shift_mark (week, team, mark) values (:week, :team, :mark)")
                .setParameter("week", week)
                .setParameter("team", team)
                .setParameter("mark", mark)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        """
                        insert into shift_answered (week, team, agent) values (:week, :team, :agent)
                            on conflict do nothing""")
                .setParameter("week", week)
                .setParameter("team", team)
                .setParameter("agent", agent)
                .executeUpdate();
    }

    private static LocalDate weekOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
