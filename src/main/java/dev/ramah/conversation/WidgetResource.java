package dev.ramah.conversation;

import io.quarkus.arc.All;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the widget shows before there is a conversation. */
@Path("/api/widget")
@PermitAll
class WidgetResource {

    private final Reception reception;
    private final Letterbox letterbox;
    private final Languages languages;
    private final List<Board> boards;
    private final String shop;
    private final Optional<String> privacy;

    WidgetResource(
            Reception reception,
            Letterbox letterbox,
            Languages languages,
            @All List<Board> boards,
            @ConfigProperty(name = "ramah.shop", defaultValue = "Ramah") String shop,
            @ConfigProperty(name = "ramah.privacy") Optional<String> privacy) {
        this.reception = reception;
        this.letterbox = letterbox;
        this.languages = languages;
        this.boards = boards;
        this.shop = shop;
        this.privacy = privacy;
    }

    record Widget(
            String shop,
            @Nullable String privacy,
            List<String> languages,
            boolean online,
            @Nullable Instant returns,
            boolean mail,
            List<Board.News> news) {}

    /** As far as it is told in words, in this language. */
    @GET
    public Widget widget(@RestQuery @Nullable String language) {
        String spoken = languages.nearest(language);
        return new Widget(
                shop,
                privacy.orElse(null),
                languages.spoken(),
                reception.isOnline(),
                reception.returns(),
                letterbox.isOpen(),
                boards.stream().flatMap(each -> each.now(spoken).stream()).toList());
    }
}
