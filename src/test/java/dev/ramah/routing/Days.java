package dev.ramah.routing;

import dev.ramah.routing.Estimate.Outcome;
import dev.ramah.routing.Estimate.Pace;
import dev.ramah.routing.Estimate.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Working days of ten hours at a desk, second by second, on plain values: customers come in bursts, people come late, go
 * to lunch and overlook offers. The same seed gives the same days; what was learned on one is known on the next.
 */
final class Days {

    private static final Instant BEGIN = Instant.parse("2026-11-23T09:00:00Z");
    private static final int SECONDS = 10 * 3_600;
    private static final int OFFER = 30;
    private static final int LATELY = 2 * 3_600;
    private static final int REMEMBERED = 200;

    /** How busy it is, for so many people who have so many conversations at once. */
    record Plan(int people, int capacity, double perHour, int bursts, double important) {}

    /** What became of one customer; {@code told} is what they were told when they came. */
    record Visit(int came, int waited, Duration ahead, Optional<Estimate> told) {}

    private final Random random;
    private final Plan plan;

    /** What is remembered from day to day. */
    private final Deque<Outcome> outcomes = new ArrayDeque<>();

    private long endedBefore;
    private double heldBefore;

    Days(long seed, Plan plan) {
        this.random = new Random(seed);
        this.plan = plan;
    }

    private static final class Customer {
        final UUID id;
        final int came;
        final Duration ahead;
        final int weight;
        final int lasts;
        final Set<UUID> passed = new HashSet<>();

        @Nullable Person offered;

        int answers;
        int until;
        Optional<Estimate> told = Optional.empty();
        double foretold;
        int behind;

        Customer(int number, int came, Duration ahead, int weight, int lasts) {
            this.id = new UUID(1, number);
            this.came = came;
            this.ahead = ahead;
            this.weight = weight;
            this.lasts = lasts;
        }

        Waiting waiting() {
            return new Waiting(id, false, BEGIN.plusSeconds(came), ahead);
        }
    }

    private record Holding(int began, int ends, int weight) {}

    private static final class Person {
        final UUID id;
        final int comes;
        final int lunch;
        final List<Holding> holds = new ArrayList<>();
        int onOffer;
        int offers;
        int idleSince;

        Person(int number, int comes, int lunch) {
            this.id = new UUID(2, number);
            this.comes = comes;
            this.lunch = lunch;
        }

        boolean isThere(int now) {
            return now >= comes && (now < lunch || now >= lunch + 1_800);
        }

        int load() {
            int load = onOffer;
            for (Holding each : holds) {
                load += each.weight;
            }
            return load;
        }

        Candidate candidate() {
            return new Candidate(
                    id,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    load(),
                    holds.size() + offers,
                    BEGIN.plusSeconds(idleSince),
                    false);
        }
    }

    /** The next day. */
    List<Visit> next() {
        return new Today().run();
    }

    private final class Today {

        private final List<Person> people = new ArrayList<>();
        private final Map<UUID, Person> byId = new HashMap<>();
        private final List<Customer> waiting = new ArrayList<>();
        private final List<Holding> over = new ArrayList<>();
        private final List<Visit> visits = new ArrayList<>();
        private final double[] rate = new double[SECONDS];

        Today() {
            for (int i = 0; i < plan.people; i++) {
                Person person = new Person(i, i % 2 == 0 ? 0 : random.nextInt(3_600), 10_800 + random.nextInt(10_800));
                people.add(person);
                byId.put(person.id, person);
            }
            for (int second = 0; second < SECONDS; second++) {
                rate[second] = plan.perHour / 3_600 * (0.75 + 0.5 * Math.sin(Math.PI * second / SECONDS));
            }
            for (int burst = 0; burst < plan.bursts; burst++) {
                int from = random.nextInt(SECONDS);
                int to = Math.min(SECONDS, from + 600 + random.nextInt(900));
                for (int second = from; second < to; second++) {
                    rate[second] += 3 * plan.perHour / 3_600;
                }
            }
        }

        List<Visit> run() {
            int number = 0;
            for (int now = 0; now < SECONDS || !waiting.isEmpty(); now++) {
                finish(now);
                answer(now);
                route(now);
                if (now < SECONDS && random.nextDouble() < rate[now]) {
                    Customer customer = comes(number++, now);
                    waiting.add(customer);
                    route(now);
                    tell(customer, now);
                }
            }
            endedBefore += over.size();
            heldBefore += over.stream().mapToInt(each -> each.ends - each.began).sum();
            return visits;
        }

        private Customer comes(int number, int now) {
            Duration ahead = random.nextDouble() < plan.important ? Duration.ofMinutes(10) : Duration.ZERO;
            int weight = random.nextDouble() < 0.15 ? 200 : 100;
            return new Customer(number, now, ahead, weight, (int) (360 * Math.exp(0.7 * random.nextGaussian())));
        }

        private void finish(int now) {
            for (Person person : people) {
                for (Holding each : List.copyOf(person.holds)) {
                    if (each.ends <= now) {
                        person.holds.remove(each);
                        person.idleSince = now;
                        over.add(each);
                    }
                }
            }
        }

        private void answer(int now) {
            for (Customer each : List.copyOf(waiting)) {
                Person person = each.offered;
                if (person != null && now >= each.answers) {
                    person.holds.add(new Holding(now, now + each.lasts, each.weight));
                    noOffer(each, person);
                    waiting.remove(each);
                    served(each, now - each.came);
                } else if (person != null && now >= each.until) {
                    each.passed.add(person.id);
                    noOffer(each, person);
                }
            }
        }

        private static void noOffer(Customer customer, Person person) {
            customer.offered = null;
            person.onOffer -= customer.weight;
            person.offers--;
        }

        private void served(Customer each, int waited) {
            visits.add(new Visit(each.came, waited, each.ahead, each.told));
            outcomes.add(new Outcome(each.behind, each.foretold, waited));
            if (outcomes.size() > REMEMBERED) {
                outcomes.remove();
            }
        }

        private void route(int now) {
            if (waiting.isEmpty() || free(now).isEmpty()) {
                return;
            }
            waiting.sort((one, other) -> one.waiting().compareTo(other.waiting()));
            for (Customer each : waiting) {
                if (each.offered == null) {
                    if (free(now).isEmpty()) {
                        return;
                    }
                    offer(each, now);
                }
            }
        }

        private void offer(Customer customer, int now) {
            List<Candidate> free = free(now).stream().map(Person::candidate).toList();
            if (!free.isEmpty()
                    && customer.passed.containsAll(
                            free.stream().map(Candidate::id).toList())) {
                customer.passed.clear();
            }
            Need need = new Need("id", customer.weight, null, Set.of(), Set.of(), Set.of(), Set.of());
            Choice.of(
                            need,
                            free.stream()
                                    .filter(each -> !customer.passed.contains(each.id()))
                                    .toList())
                    .ifPresent(choice -> {
                        Person person =
                                Objects.requireNonNull(byId.get(choice.who().id()));
                        customer.offered = person;
                        customer.until = now + OFFER;
                        customer.answers =
                                random.nextDouble() < 0.92 ? now + 3 + random.nextInt(18) : Integer.MAX_VALUE;
                        person.onOffer += customer.weight;
                        person.offers++;
                    });
        }

        private List<Person> free(int now) {
            List<Person> free = new ArrayList<>();
            for (Person each : people) {
                if (each.isThere(now) && each.load() < plan.capacity * Weights.ORDINARY) {
                    free.add(each);
                }
            }
            return free;
        }

        private void tell(Customer customer, int now) {
            int ahead = (int) waiting.stream()
                    .filter(each -> each.offered == null && each.waiting().compareTo(customer.waiting()) < 0)
                    .count();
            customer.behind = customer.offered == null ? ahead + 1 : 0;
            Standing standing = new Standing(
                    customer.behind,
                    people.stream().mapToInt(each -> each.holds.size()).sum());
            Pace usual = new Pace(endedBefore, heldBefore);
            List<Outcome> before = List.copyOf(outcomes);
            customer.told = Estimate.of(standing, lately(now), usual, before);
            customer.foretold =
                    Estimate.foretold(standing, lately(now), usual, before).orElse(0.0);
        }

        private Pace lately(int now) {
            int from = Math.max(0, now - LATELY);
            long ended = over.stream().filter(each -> each.ends > from).count();
            double held = over.stream()
                            .filter(each -> each.ends > from)
                            .mapToDouble(each -> each.ends - Math.max(from, each.began))
                            .sum()
                    + people.stream()
                            .flatMap(each -> each.holds.stream())
                            .mapToDouble(each -> now - Math.max(from, each.began))
                            .sum();
            return new Pace(ended, held);
        }
    }
}
