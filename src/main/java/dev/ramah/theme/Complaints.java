package dev.ramah.theme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The door for reports: in which theme the complaint of an episode is. */
@ApplicationScoped
public class Complaints {

    private final Session entities;

    Complaints(Session entities) {
        this.entities = entities;
    }

    /** The episode that a complaint is about. */
    public record About(UUID conversation, int episode) {}

    /**
     * A theme as it is called now.
     *
     * @param number that it keeps
     * @param name empty while it has none
     */
    public record Known(int number, String name) {}

    /** The themes that rose more than chance explains from then to before then, the first to rise first. */
    @Transactional
    public List<Known> risenBetween(Instant from, Instant to) {
        return Theme.<Theme>list(
                        "risenAt >= ?1 and risenAt < ?2 and mergedInto is null order by risenAt, number", from, to)
                .stream()
                .map(each -> new Known(each.number, each.name))
                .toList();
    }

    /**
     * Where the complaints are of all conversations from one to another in the order of their ids, both included; those
     * that are in no theme are left out.
     */
    @Transactional
    public Map<About, Known> themesBetween(UUID first, UUID last) {
        return entities.createNativeQuery(
                        """
                        select c.conversation, c.episode, t.number, t.name
                          from complaint c join theme t on t.id = c.theme
                         where c.conversation between :first and :last""",
                        Object[].class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new About((UUID) row[0], (Integer) row[1]),
                        row -> new Known((Integer) row[2], (String) row[3])));
    }
}
