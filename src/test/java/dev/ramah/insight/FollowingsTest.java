package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Episodes;
import dev.ramah.conversation.Stories;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Duplicates;
import dev.ramah.customer.Purchases;
import dev.ramah.customer.ShopEvent;
import dev.ramah.feedback.Rating;
import dev.ramah.platform.Problem;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever is told in whatever order, what is kept of customers is what the log and the shop's news add up to. */
@RamahTest
class FollowingsTest {

    private static final Instant START = Instant.parse("2014-01-01T00:00:00Z");
    private static final Duration LONG = Duration.ofDays(90);
    private static final Range EVER = new Range(START, START.plus(LONG.multipliedBy(3)), ZoneOffset.UTC);

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Customers customers;

    @Inject
    Duplicates duplicates;

    @Inject
    Purchases purchases;

    @Inject
    Episodes episodes;

    @Inject
    Judging judging;

    @Inject
    Rollups rollups;

    @Inject
    Followings followings;

    /** Somebody who is served, and the shop's name for them. */
    private record Somebody(UUID id, @Nullable String external) {}

    @RepeatedTest(2)
    void itIsEqualToTheRecountAfterEveryStep(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Somebody> people = people(6);
        for (int step = 0; step < 4; step++) {
            for (int i = random.nextInt(14); i >= 0; i--) {
                happens(random, people.get(random.nextInt(people.size())), people);
            }
            isRight(random, people);
        }
        rollups.count();
        isRight(random, people);
    }

    @Test
    void whoTellsWhileItIsMadeAnewIsNotForgotten() throws Exception {
        List<Somebody> people = people(4);
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Random random = new Random(i);
                Somebody one = people.get(i % people.size());
                work.add(() -> {
                    happens(random, one, people);
                    return one;
                });
                work.add(() -> {
                    followings.catchUp(rollups.catchUp());
                    return one;
                });
            }
            for (Future<Object> each : nodes.invokeAll(work)) {
                each.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        isRight(new Random(1), people);
    }

    private List<Somebody> people(int many) {
        List<Somebody> people = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String external = "followed-" + UUID.randomUUID();
            people.add(new Somebody(customers.known(external, null, null, null).id(), external));
            people.add(new Somebody(customers.anonymous(null, null, null, null).id(), null));
        }
        return people;
    }

    private void happens(Random random, Somebody one, List<Somebody> people) {
        Instant at = START.plusMillis(random.nextLong(LONG.toMillis()));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> serve(random, one.id(), at);
            case 3 -> change(() -> customers.forget(one.id()), random.nextInt(4) == 0);
            case 4 -> {
                Somebody other = people.get(random.nextInt(people.size()));
                boolean can = one.external() != null && other.external() == null;
                change(() -> duplicates.merge(one.id(), other.id(), cast.maya()), can);
            }
            default -> order(random, one, at);
        }
    }

    /** Whoever was forgotten or merged meanwhile can't be once more. */
    private static void change(Runnable what, boolean wanted) {
        if (wanted) {
            try {
                what.run();
            } catch (Problem gone) {
                assertEquals(false, gone.detail().isEmpty());
            }
        }
    }

    private void order(Random random, Somebody one, Instant at) {
        @Nullable String external = one.external();
        if (external == null) {
            return;
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("order", String.valueOf(random.nextInt(3)));
        String status = List.of("", "paid", "sent", "cancelled", "refunded").get(random.nextInt(5));
        if (!status.isEmpty()) {
            data.put("status", status);
        }
        ShopEvent event =
                new ShopEvent(UUID.randomUUID().toString(), random.nextInt(5) == 0 ? "visit" : "order", at, data);
        QuarkusTransaction.requiringNew().run(() -> customers.told(external, event));
    }

    private void serve(Random random, UUID customer, Instant opened) {
        Author bima = Author.agent(cast.bima().id(), "Bima");
        Stories.Opening opening = new Stories.Opening(UUID.randomUUID().toString(), customer, "", "en", null, opened);
        stories.tell(opening, story -> {
            story.customerSays(opened, "Where is it?");
            boolean met = random.nextBoolean();
            if (met) {
                story.botHandsOver(opened.plusSeconds(5), "UPSET");
                story.agentTakes(opened.plusSeconds(10 + random.nextInt(900)), bima);
                story.agentSays(opened.plusSeconds(1_000), bima, "On its way.");
            } else {
                story.botSays(opened.plusSeconds(5), "On its way.", List.of());
            }
            switch (random.nextInt(4)) {
                case 0 -> {
                    if (met) {
                        story.agentResolves(opened.plusSeconds(2_000), bima);
                    } else {
                        story.endsInSilence(opened.plusSeconds(2_000));
                    }
                }
                case 1 -> story.customerResolves(opened.plusSeconds(2_000), true);
                case 2 -> {
                    story.customerResolves(opened.plusSeconds(2_000), true);
                    story.customerRates(opened.plusSeconds(2_010), 1 + random.nextInt(5), random.nextBoolean(), null);
                }
                default -> story.customerSays(opened.plusSeconds(2_000), "Well?");
            }
        });
    }

    private void isRight(Random random, List<Somebody> people) {
        List<UUID> mine = people.stream().map(Somebody::id).toList();
        List<Range> ranges = new ArrayList<>(List.of(EVER));
        for (int i = 0; i < 5; i++) {
            Instant from = START.plusMillis(random.nextLong(LONG.toMillis()));
            ranges.add(new Range(from, from.plusMillis(1 + random.nextLong(LONG.toMillis())), ZoneOffset.UTC));
        }
        int edition = rollups.catchUp();
        followings.catchUp(edition);
        for (Range range : ranges) {
            Map<UUID, Following> kept = new HashMap<>();
            QuarkusTransaction.requiringNew().call(() -> followings.within(edition, range)).stream()
                    .filter(each -> mine.contains(each.episode().customer()))
                    .forEach(each -> kept.put(each.episode().customer(), each));
            assertEquals(recount(range, mine), kept, range.toString());
        }
    }

    private Map<UUID, Following> recount(Range range, List<UUID> mine) {
        Terms terms = judging.terms();
        Map<UUID, Episode> first = new HashMap<>();
        episodes.touched(EVER.from(), EVER.to(), log -> terms.applied(Episode.of(log))).stream()
                .filter(each -> mine.contains(each.customer()) && range.contains(each.ended()))
                .sorted(Comparator.comparing(Episode::ended)
                        .thenComparing(each -> each.conversation().toString())
                        .thenComparing(Episode::number))
                .forEach(each -> first.putIfAbsent(each.customer(), each));
        Map<UUID, Purchases.History> bought = purchases.of(first.keySet());
        Map<UUID, Following> all = new HashMap<>();
        first.forEach((customer, each) -> {
            Purchases.@Nullable History history = bought.get(customer);
            FirstEpisode episode = first(each);
            all.put(
                    customer,
                    new Following(
                            episode,
                            history != null,
                            history == null ? Bought.UNKNOWN : Bought.of(episode.ended(), history)));
        });
        return all;
    }

    private static FirstEpisode first(Episode episode) {
        Instant ended = episode.ended();
        if (ended == null) {
            throw new IllegalArgumentException("It goes on");
        }
        return new FirstEpisode(
                episode.customer(),
                episode.conversation(),
                episode.number(),
                ended,
                new Treatment(
                        episode.ending(),
                        episode.rating() == null ? null : episode.rating().csat(),
                        !episode.people().isEmpty(),
                        episode.served().firstKept(),
                        episode.rating() == null ? null : episode.rating().repeated(),
                        episode.goodwill(),
                        promoter(episode.rating())),
                episode.waits().stream()
                        .map(Span::length)
                        .reduce(Duration::plus)
                        .map(each -> each.toMillis() / 1e3)
                        .orElse(null));
    }

    private static @Nullable Boolean promoter(@Nullable Rating rating) {
        if (rating == null || rating.nps() == null) {
            return null;
        }
        return rating.nps() >= 9;
    }
}
