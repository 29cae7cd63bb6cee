package dev.ramah.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Cause;
import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Stories;
import dev.ramah.conversation.Story;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.staff.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The six weeks before the first start, so that managers have something to read. The staff has to be there already. */
@ApplicationScoped
class Past {

    private static final String FILE = "conversations.ndjson";

    /** Told last: when it is there, all are. */
    private static final String NEWEST = "world-1";

    private final Stories stories;
    private final Customers customers;
    private final Accounts accounts;
    private final Clock clock;

    Past(Stories stories, Customers customers, Accounts accounts, Clock clock) {
        this.stories = stories;
        this.customers = customers;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Tells each conversation that is not in the log yet, the oldest first; how many it told. */
    int replay() {
        if (stories.isTold(NEWEST)) {
            return 0;
        }
        Instant now = clock.instant();
        Map<String, Author> staff = staff();
        Map<String, String> titles = titles();
        Map<String, String> externalIds = externalIds();
        List<JsonNode> lines = Lines.of(FILE);
        int told = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            String name = "world-" + (i + 1);
            if (!stories.isTold(name)) {
                JsonNode line = lines.get(i);
                Instant opened = Lines.at(line, now);
                stories.tell(
                        opening(name, line, opened, externalIds), story -> play(story, line, opened, staff, titles));
                told++;
            }
        }
        return told;
    }

    /** By the first part of their e-mail, as the file names them. */
    private Map<String, Author> staff() {
        Map<String, Author> staff = new HashMap<>();
        accounts.all()
                .forEach(each -> staff.put(
                        each.email().substring(0, each.email().indexOf('@')), Author.agent(each.id(), each.name())));
        return staff;
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        Lines.of("articles.ndjson")
                .forEach(each -> titles.put(
                        each.path("id").asText() + "/" + each.path("language").asText(),
                        each.path("title").asText()));
        return titles;
    }

    /** The shop's customers among them, by their e-mail. */
    private static Map<String, String> externalIds() {
        Map<String, String> ids = new HashMap<>();
        Lines.of(Orders.FILE)
                .forEach(each -> ids.put(
                        each.path("email").asText(), each.path("customer").asText()));
        return ids;
    }

    private Stories.Opening opening(String name, JsonNode line, Instant at, Map<String, String> externalIds) {
        JsonNode who = line.path("customer");
        String called = who.path("name").asText();
        @Nullable String email = Lines.text(who, "email");
        String language = line.path("language").asText();
        @Nullable String externalId = email == null ? null : externalIds.get(email);
        Guest guest = externalId == null
                ? customers.anonymousSince(at, called, email, language)
                : customers.known(externalId, called, email, language);
        return new Stories.Opening(name, guest.id(), called, language, Lines.text(line, "page"), at);
    }

    private static void play(
            Story story, JsonNode line, Instant opened, Map<String, Author> staff, Map<String, String> titles) {
        Instant at = opened;
        for (JsonNode turn : line.path("turns")) {
            at = at.plusSeconds(turn.path("afterSeconds").asLong());
            switch (turn.path("by").asText()) {
                case "customer" -> customer(story, turn, at);
                case "bot" -> bot(story, turn, at, line.path("language").asText(), titles);
                case "silence" -> story.endsInSilence(at);
                default ->
                    agent(
                            story,
                            turn,
                            at,
                            Objects.requireNonNull(staff.get(turn.path("by").asText())));
            }
        }
    }

    private static void customer(Story story, JsonNode turn, Instant at) {
        if (turn.has("text")) {
            story.customerSays(at, turn.path("text").asText());
        } else if (turn.has("thumb")) {
            story.customerThumbs(at, turn.path("thumb").asBoolean());
        } else if (turn.has("resolve")) {
            story.customerResolves(at, turn.path("resolve").asText().equals("CONFIRMED") ? true : null);
        } else {
            JsonNode rate = turn.path("rate");
            story.customerRates(
                    at,
                    rate.has("csat") ? rate.path("csat").asInt() : null,
                    rate.has("repeated") ? rate.path("repeated").asBoolean() : null,
                    Cause.of(Lines.text(rate, "cause")),
                    Lines.text(rate, "comment"));
        }
    }

    private static void bot(Story story, JsonNode turn, Instant at, String language, Map<String, String> titles) {
        if (turn.has("handover")) {
            story.botHandsOver(at, turn.path("handover").asText());
            return;
        }
        String article = turn.path("article").asText();
        String title = titles.getOrDefault(article + "/" + language, article);
        story.botSays(at, turn.path("text").asText(), List.of(new Citation(article, title)));
    }

    private static void agent(Story story, JsonNode turn, Instant at, Author agent) {
        if (turn.has("take")) {
            story.agentTakes(at, agent);
        } else if (turn.has("text")) {
            story.agentSays(at, agent, turn.path("text").asText());
        } else if (turn.has("note")) {
            story.agentNotes(at, agent, turn.path("note").asText());
        } else {
            story.agentResolves(at, agent);
        }
    }
}
