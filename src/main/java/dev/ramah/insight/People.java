package dev.ramah.insight;

import dev.ramah.staff.Colleague;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who works here, as reports call them; crews are those of {@link Dimension#CREW}. Two who share a name are told apart by their e-mail. */
final class People {

    private final Map<UUID, Colleague> byId;
    private final Map<String, Long> called;

    People(Collection<Colleague> all) {
        byId = all.stream().collect(Collectors.toMap(Colleague::id, Function.identity()));
        called = all.stream().collect(Collectors.groupingBy(Colleague::name, Collectors.counting()));
    }

    /** Everyone of a crew, by name: as they are called now, or were then if we don't know them. */
    List<String> in(String crew) {
        return crew.lines()
                .map(each -> name(id(each), each.substring(each.indexOf(' ') + 1)))
                .distinct()
                .sorted(Keys.BY_NAME)
                .toList();
    }

    /** The teams, as they are now, of everyone of a crew. */
    List<String> teamsIn(String crew) {
        return crew.lines()
                .flatMap(each -> Stream.ofNullable(byId.get(id(each))))
                .flatMap(each -> each.teams().stream())
                .distinct()
                .toList();
    }

    /** Everyone who is called so. */
    List<UUID> called(String name) {
        return byId.values().stream()
                .filter(each -> name(each.id(), each.name()).equals(name))
                .map(Colleague::id)
                .toList();
    }

    /** Everyone who is in this team now. */
    List<UUID> of(String team) {
        return byId.values().stream()
                .filter(each -> each.teams().contains(team))
                .map(Colleague::id)
                .toList();
    }

    private static UUID id(String line) {
        return UUID.fromString(line.substring(0, line.indexOf(' ')));
    }

    private String name(UUID id, String then) {
        Colleague colleague = byId.get(id);
        if (colleague == null) {
            return then;
        }
        boolean alone = called.getOrDefault(colleague.name(), 0L) == 1;
        return alone ? colleague.name() : colleague.name() + " (" + colleague.email() + ")";
    }
}
