package dev.ramah.desk;

import dev.ramah.conversation.Sayings;
import dev.ramah.conversation.Selection;
import dev.ramah.platform.Text;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything said in the conversations that somebody may read, found by its words. */
@Path("/api/search")
@RolesAllowed("agent")
class SearchResource {

    private static final int MOST_CALLED = 5;

    private final Sayings sayings;
    private final Accounts accounts;
    private final SecurityIdentity identity;

    SearchResource(Sayings sayings, Accounts accounts, SecurityIdentity identity) {
        this.sayings = sayings;
        this.accounts = accounts;
        this.identity = identity;
    }

    record Hit(
            Listed conversation,
            int seq,
            Instant at,
            String kind,
            String role,
            @Nullable String name,
            List<Sayings.Piece> passage) {

        static Hit of(Sayings.Found found) {
            return new Hit(
                    Listed.of(found.state()),
                    found.seq(),
                    found.at(),
                    found.kind(),
                    found.by().name().toLowerCase(Locale.ROOT),
                    found.name(),
                    found.passage());
        }
    }

    /** {@code called} are conversations with customers of that name, on the first page only. */
    record Results(List<Listed> called, List<Hit> hits, @Nullable String next) {}

    /** The newest entries with these words, each with the passage; the filters are those of the inbox. */
    @GET
    public Results find(
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @QueryParam("view") @Nullable String view,
            @QueryParam("language") @Size(max = 8) @Nullable String language,
            @QueryParam("reason") @Size(max = 60) @Nullable String reason,
            @QueryParam("status") @Nullable String status,
            @QueryParam("after") @Nullable String after,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(50) int size) {
        Reader reader = new Reader(Colleague.of(identity));
        Selection among = new Choice(view, language, reason, status).of(reader.reach(accounts.all()));
        String words = Text.line(text);
        if (words == null || !Text.isStorable(words)) {
            return new Results(List.of(), List.of(), null);
        }
        Sayings.Page page = sayings.find(words, among, after, size);
        return new Results(
                after != null
                        ? List.of()
                        : sayings.called(words, among, MOST_CALLED).stream()
                                .filter(reader::mayRead)
                                .map(Listed::of)
                                .toList(),
                page.found().stream()
                        .filter(each -> reader.mayRead(each.state()))
                        .map(Hit::of)
                        .toList(),
                page.next());
    }
}
