package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ramah.platform.RamahTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads the log on does so in pages, and loses none of it. */
@RamahTest
class BookmarksTest {

    private static final String TABLE = "bookmark_of_a_test";

    private static final List<UUID> MANY =
            Stream.generate(UUID::randomUUID).limit(1_100).toList();

    @Inject
    Bookmarks bookmarks;

    @Inject
    Session entities;

    @BeforeEach
    void aBookmark() {
        sql("create table " + TABLE + " (settled bigint not null)");
        sql("insert into " + TABLE + " values (7)");
    }

    @AfterEach
    void noBookmark() {
        sql("drop table " + TABLE);
    }

    @Test
    void eachPageIsKeptByItselfAndTheBookmarkMovesWhenAllAreRead() {
        List<UUID> taken = new ArrayList<>();
        List<Long> transactions = new ArrayList<>();
        List<Long> marks = new ArrayList<>();
        readOn(some -> {
            taken.addAll(some);
            transactions.add(number("select cast(cast(pg_current_xact_id() as text) as bigint)"));
            marks.add(number("select settled from " + TABLE));
        });
        assertEquals(MANY, taken);
        assertEquals(3, new HashSet<>(transactions).size());
        assertEquals(List.of(7L, 7L, 7L), marks);
        assertEquals(9, settled());
    }

    @Test
    void whatFailsIsReadAgainAndWhatWasReadBeforeStays() {
        sql("create table " + TABLE + "_page (id uuid)");
        try {
            int[] pages = {0};
            assertThrows(
                    IllegalStateException.class,
                    () -> readOn(some -> {
                        keep(some);
                        if (++pages[0] == 2) {
                            throw new IllegalStateException("It dies");
                        }
                    }));
            assertEquals(7, settled());
            assertEquals(500, kept());
            readOn(this::keep);
            assertEquals(9, settled());
            assertEquals(1_600, kept());
        } finally {
            sql("drop table " + TABLE + "_page");
        }
    }

    @Test
    void whatAnotherNodeHasReadMeanwhileIsNotReadAgainNorTurnedBack() {
        List<UUID> taken = new ArrayList<>();
        readOn(some -> {
            taken.addAll(some);
            entities.createNativeMutationQuery("update " + TABLE + " set settled = 12")
                    .executeUpdate();
        });
        assertEquals(500, taken.size());
        assertEquals(12, settled());
    }

    /** They may have begun to read before the newest was there. */
    @Test
    void whereAnotherNodeHasReadToMeanwhileIsReadOnFromAndNotTurnedBack() {
        UUID newest = UUID.randomUUID();
        List<UUID> taken = new ArrayList<>();
        LongFunction<Episodes.News> since = from -> from == 7 ? news(9, MANY) : news(12, List.of(newest));
        bookmarks.readOn(
                TABLE,
                since,
                Duration.ofDays(1),
                some -> {
                    taken.addAll(some);
                    if (some.size() > 1) {
                        entities.createNativeMutationQuery("update " + TABLE + " set settled = 9")
                                .executeUpdate();
                    }
                },
                () -> {});
        assertEquals(501, taken.size());
        assertEquals(newest, taken.get(500));
        assertEquals(12, settled());
    }

    private void readOn(Consumer<List<UUID>> takeIn) {
        LongFunction<Episodes.News> since = from -> from == 7 ? news(9, MANY) : news(from, List.of());
        bookmarks.readOn(TABLE, since, Duration.ofDays(1), takeIn, () -> {});
    }

    private static Episodes.News news(long settled, List<UUID> some) {
        Map<UUID, String> changes = new LinkedHashMap<>();
        some.forEach(each -> changes.put(each, "1"));
        return new Episodes.News(settled, changes);
    }

    private void keep(List<UUID> some) {
        entities.createNativeMutationQuery("insert into " + TABLE + "_page select unnest(:some)")
                .setParameter("some", some.toArray(UUID[]::new))
                .executeUpdate();
    }

    private long kept() {
        return QuarkusTransaction.requiringNew().call(() -> number("select count(*) from " + TABLE + "_page"));
    }

    private long settled() {
        return QuarkusTransaction.requiringNew().call(() -> number("select settled from " + TABLE));
    }

    private long number(String query) {
        return entities.createNativeQuery(query, Long.class).getSingleResult();
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeMutationQuery(statement).executeUpdate());
    }
}
