package dev.ramah.theme;

import dev.ramah.conversation.Bookmarks;
import dev.ramah.language.BriefReply;
import dev.ramah.language.BriefTask;
import dev.ramah.language.ChatFault;
import dev.ramah.language.ChatModel;
import dev.ramah.language.ModelCalls;
import dev.ramah.language.Prompts;
import dev.ramah.platform.Database;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The door to names that a chat model gives, where one is configured. A theme that has just been found is named once, in the
 * background; what people named or pinned is left alone. Whatever goes wrong, the name that its own words gave it stays.
 */
@ApplicationScoped
class Titles {

    private static final Logger LOG = Logger.getLogger(Titles.class);

    private static final String PROMPT = "theme/name.md";

    /** Themes that one look names, at most. */
    private static final int AT_ONCE = 5;

    /** Complaints that the model is shown. */
    private static final int SHOWN = 12;

    /** After this a model that failed is asked again, and so is one whose node died. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final ChatModel model;
    private final ModelCalls calls;
    private final Themes themes;
    private final Figures figures;
    private final Bookmarks bookmarks;
    private final Accounts accounts;
    private final Session entities;
    private final Clock clock;
    private final String shop;

    Titles(
            ChatModel model,
            ModelCalls calls,
            Themes themes,
            Figures figures,
            Bookmarks bookmarks,
            Accounts accounts,
            Session entities,
            Clock clock,
            @ConfigProperty(name = "ramah.shop", defaultValue = "Ramah") String shop) {
        this.model = model;
        this.calls = calls;
        this.themes = themes;
        this.figures = figures;
        this.bookmarks = bookmarks;
        this.accounts = accounts;
        this.entities = entities;
        this.clock = clock;
        this.shop = shop;
    }

    /** What a theme is named by. */
    private record Material(UUID theme, String language, List<UUID> from, List<String> words) {}

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepNaming() {
        if (model.isThere()) {
            Database.ifThere(this::nameThem);
        }
    }

    /** Names those that wait for it; takes seconds each. */
    void nameThem() {
        for (int i = 0; i < AT_ONCE; i++) {
            Optional<Material> next = QuarkusTransaction.requiringNew().call(this::claim);
            if (next.isEmpty()) {
                return;
            }
            next.filter(each -> !each.words().isEmpty()).ifPresent(this::name);
        }
    }

    /** The next one, which no other node takes. */
    private Optional<Material> claim() {
        Instant now = clock.instant();
        return entities.createNativeQuery(
                        """
                        update theme set title_due = :again where id = (
                            select id from theme
                             where title_due <= :now and at > :new and name <> '' and not named and not pinned
                               and merged_into is null
                             order by title_due limit 1 for update skip locked)
                        returning id""",
                        UUID.class)
                .setParameter("again", now.plus(AGAIN))
                .setParameter("now", now)
                .setParameter("new", now.minus(Themes.NAMELESS))
                .getResultStream()
                .findFirst()
                .map(this::material);
    }

    private Material material(UUID id) {
        Theme theme = Theme.findById(id);
        List<Complaint> shown = figures.quotes(theme, SHOWN);
        return new Material(
                id,
                figures.who(theme).languages().stream()
                        .findFirst()
                        .map(Figures.Share::key)
                        .orElse("en"),
                shown.stream().map(each -> each.id).toList(),
                shown.stream().map(each -> Objects.requireNonNull(each.words)).toList());
    }

    private void name(Material of) {
        Optional<Long> call = calls.begin(of.theme());
        if (call.isEmpty()) {
            return;
        }
        try {
            BriefReply said = model.brief(task(of), model.patience()).join();
            boolean kept = QuarkusTransaction.requiringNew().call(() -> keep(of, said));
            calls.ended(call.get(), kept ? "NAMED" : "MODEL_UNPROVED");
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause();
            LOG.warnf(
                    "A theme is called by its own words for now: %s", cause == null ? "no answer" : cause.getMessage());
            calls.ended(
                    call.get(),
                    cause instanceof ChatFault known ? known.reason().name() : "MODEL_DOWN");
        }
    }

    private BriefTask task(Material of) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < of.words().size(); i++) {
            lines.append('[').append(i + 1).append("] ");
            lines.append(of.words().get(i).replaceAll("\\R", " ")).append('\n');
        }
        String language = Locale.forLanguageTag(of.language()).getDisplayLanguage(Locale.ENGLISH);
        return new BriefTask(
                Prompts.filled(PROMPT, Map.of("shop", shop, "language", language)),
                lines.toString(),
                List.of(Title.KIND));
    }

    /** Unless people did something with it meanwhile, or words that it is from were erased. */
    private boolean keep(Material of, BriefReply said) {
        bookmarks.hold(Themes.BOOKMARK);
        Theme theme = Theme.findById(of.theme());
        theme.titleDue = null;
        Optional<String> name = Title.proved(said, of.words().size(), themes.said(), people());
        boolean may = !theme.named
                && !theme.pinned
                && theme.mergedInto == null
                && Complaint.count("id in ?1 and words is null", of.from()) == 0;
        if (may && name.isPresent()) {
            theme.name = name.get();
            theme.titled = true;
        }
        return may && name.isPresent();
    }

    private List<String> people() {
        return accounts.byId().values().stream().map(Colleague::name).toList();
    }
}
