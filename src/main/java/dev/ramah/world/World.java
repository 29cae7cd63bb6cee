package dev.ramah.world;

import dev.ramah.knowledge.Articles;
import dev.ramah.platform.Greets;
import dev.ramah.platform.OneNode;
import dev.ramah.platform.Problem;
import dev.ramah.platform.StartOrder;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Newcomer;
import dev.ramah.staff.StaffRole;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills an empty installation with the sample world, if it is asked for, and says how to get in. */
@ApplicationScoped
class World implements Greets {

    /** Everybody's, in the sample world only; it is on the first page and in the README. */
    static final String PASSWORD = "kopi-nusantara";

    private static final List<Newcomer> STAFF = List.of(
            new Newcomer(
                    "bima@kopi.example", "Bima", StaffRole.AGENT, List.of("id", "en"), List.of(), List.of("orders")),
            new Newcomer(
                    "ana@kopi.example", "Ana", StaffRole.AGENT, List.of("id", "en"), List.of(), List.of("machines")),
            new Newcomer("maya@kopi.example", "Maya", StaffRole.MANAGER, List.of("id", "en"), List.of(), List.of()),
            new Newcomer("rani@kopi.example", "Rani", StaffRole.ADMIN, List.of("id", "en"), List.of(), List.of()));

    /** Topics in which an article alone would be the wrong answer. */
    private static final Map<String, Boolean> PEOPLES_TOPICS =
            Map.of("damage", true, "refund", true, "cancellation", true, "complaint", true);

    private final Accounts accounts;
    private final Articles articles;
    private final Orders orders;
    private final Past past;
    private final Generosity generosity;
    private final AtHand atHand;
    private final Rehearsals rehearsals;
    private final OneNode one;
    private final boolean wanted;
    private final int port;

    World(
            Accounts accounts,
            Articles articles,
            Orders orders,
            Past past,
            Generosity generosity,
            AtHand atHand,
            Rehearsals rehearsals,
            OneNode one,
            @ConfigProperty(name = "ramah.demo") boolean wanted,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.accounts = accounts;
        this.articles = articles;
        this.orders = orders;
        this.past = past;
        this.generosity = generosity;
        this.atHand = atHand;
        this.rehearsals = rehearsals;
        this.one = one;
        this.wanted = wanted;
        this.port = port;
    }

    boolean isThere() {
        return wanted;
    }

    /** Without the sample world its addresses are as unknown as any other. */
    void require() {
        if (!wanted) {
            throw Problem.notFound("There is nothing at this address.");
        }
    }

    /**
     * Into an installation in which nobody works yet. Whatever a crash cut off, the next start brings to its end; nodes
     * that start together do it one after another.
     */
    void build(@Observes @Priority(StartOrder.WORLD) StartupEvent started) {
        if (wanted) {
            one.atATime("world", this::build);
        }
    }

    private void build() {
        if (accounts.all().isEmpty()) {
            stockTheShelves();
            STAFF.forEach(each -> accounts.add(each, PASSWORD));
            generosity.begin();
            accounts.all().stream()
                    .filter(each -> each.role() == StaffRole.MANAGER)
                    .forEach(manager -> {
                        atHand.write(manager);
                        rehearsals.write(manager);
                    });
        }
        orders.tell();
        past.replay();
    }

    private void stockTheShelves() {
        try (InputStream lines = resource("world/articles.ndjson")) {
            articles.importLines(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        articles.decide(PEOPLES_TOPICS);
    }

    @Override
    public List<String> lines() {
        if (!wanted) {
            return List.of();
        }
        String here = "http://localhost:" + port;
        return List.of(
                "",
                "  Ramah is ready, with the sample world of Kopi Nusantara.",
                "",
                "    The shop, as a customer   " + here + "/shop",
                "    The desk, as an agent     " + here + "/desk      bima@kopi.example, ana@kopi.example",
                "    How it went, as a manager " + here + "/insight   maya@kopi.example",
                "    People, as administrator  " + here + "/people    rani@kopi.example",
                "",
                "    Everybody's password is " + PASSWORD + ".",
                "");
    }

    static InputStream resource(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Objects.requireNonNull(loader.getResourceAsStream(name), name);
    }
}
