package dev.ramah.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long it takes to tell whether customers come back, of a year with 100,000 customers (or {@code load.customers}) and
 * two or three orders of each, every one told of twice; one in five said whether they would recommend the shop, one in
 * eight complained, one in sixteen was asked again. It fails where a figure is not what was written.
 */
class LoyaltyRun {

    private static final int TIMES = 15;

    /** Of so many conversations, a little over half are of customers of their own. */
    private static final double CONVERSATIONS_EACH = 1.87;

    private final Report report = new Report(Path.of("target", "loyalty.txt"));

    LoyaltyRun() throws java.io.IOException {}

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void measure() throws Exception {
        long conversations = Math.round(Integer.getInteger("load.customers", 100_000) * CONVERSATIONS_EACH);
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Vertx vertx = Vertx.vertx();
        try (Ramah ramah = Ramah.start(vertx)) {
            Runtime.getRuntime().addShutdownHook(new Thread(ramah::close));
            long customers;
            try (Connection database = ramah.installation().database()) {
                RatedPast.add(
                        database,
                        1,
                        conversations,
                        today.minus(365, ChronoUnit.DAYS).toString(),
                        364,
                        true,
                        done -> report.line("loyalty  %,d conversations written", done));
                customers = buy(database);
                complain(database);
                RatedPast.settle(database);
            }
            String admin = ramah.admin();
            ramah.recount(admin);
            try (Connection database = ramah.installation().database()) {
                RatedPast.settle(database);
            }
            for (int days : new int[] {90, 365}) {
                String view = "loyalty?zone=UTC&from=" + date(today, -days) + "&to=" + date(today, 1);
                for (boolean again : new boolean[] {false, true}) {
                    if (again) {
                        ramah.reportMillis(admin, view + "&within=90");
                    }
                    int[] micros = new int[TIMES];
                    for (int i = 0; i < TIMES; i++) {
                        // Nobody has asked so before; or everybody does.
                        String within = "&within=" + (again ? 90 : 30 + i);
                        micros[i] = (int) (1_000 * ramah.reportMillis(admin, view + within));
                    }
                    report.line(
                            "loyalty  %,d customers, %d days, %s: %s",
                            customers, days, again ? "asked again" : "asked anew", new Latencies(micros));
                }
            }
            JsonNode year = ramah.get(
                    "/api/reports/loyalty?zone=UTC&from=" + date(today, -366) + "&to=" + date(today, 1), admin);
            assertEquals(customers, year.path("customers").asLong(), "customers who were served");
        } finally {
            vertx.close();
        }
    }

    /** Every customer is one of the shop's, and bought in that year. */
    private static long buy(Connection database) throws java.sql.SQLException {
        try (Statement statement = database.createStatement()) {
            long customers = statement.executeUpdate("update customer set external_id = id");
            statement.executeUpdate(
                    """
                    insert into customer_event (id, customer, type, at, data, received_at)
                    select md5(c.id::text || n || told), c.id, 'order',
                           c.since + ((('x' || substr(md5(c.id::text || n), 1, 8))::bit(32)::int8 & 4095) / 8.0 - 200 + told)
                                     * interval '1 day',
                           jsonb_build_object('order', substr(md5(c.id::text || n), 1, 9), 'status', told, 'total', '185000'),
                           now()
                      from customer c, generate_series(1, 2 + get_byte(decode(md5(c.id::text), 'hex'), 0) % 2) n,
                           generate_series(0, 1) told""");
            return customers;
        }
    }

    private static void complain(Connection database) throws java.sql.SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(
                    """
                    insert into theme (id, number, name, at, sum)
                    select gen_random_uuid(), n, 'theme ' || n, now(), decode(repeat('00', 4 * 384), 'hex')
                      from generate_series(1, 12) n""");
            statement.executeUpdate(
                    """
                    insert into complaint (id, conversation, episode, customer, at, language, theme)
                    select gen_random_uuid(), c.id, 1, c.customer, c.opened_at, c.language, t.id
                      from conversation c join theme t on t.number = 1 + get_byte(decode(md5(c.id::text), 'hex'), 1) % 12
                     where get_byte(decode(md5(c.id::text), 'hex'), 0) < 32""");
            statement.executeUpdate(
                    """
                    insert into repeated (conversation, seq, asks, episode, at)
                    select id, 6, 'ORDER', 1, opened_at from conversation where get_byte(decode(md5(id::text), 'hex'), 2) < 16""");
        }
    }

    private static String date(Instant today, int days) {
        return today.plus(days, ChronoUnit.DAYS)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }
}
