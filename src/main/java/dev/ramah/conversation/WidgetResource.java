package dev.ramah.conversation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the widget shows before there is a conversation. */
@Path("/api/widget")
@PermitAll
class WidgetResource {

    private final Reception reception;
    private final Languages languages;
    private final String shop;
    private final Optional<String> privacy;

    WidgetResource(
            Reception reception,
            Languages languages,
            @ConfigProperty(name = "ramah.shop", defaultValue = "Ramah") String shop,
            @ConfigProperty(name = "ramah.privacy") Optional<String> privacy) {
        this.reception = reception;
        this.languages = languages;
        this.shop = shop;
        this.privacy = privacy;
    }

    record Widget(
            String shop, @Nullable String privacy, List<String> languages, boolean online, @Nullable Instant returns) {}

    @GET
    public Widget widget() {
        return new Widget(shop, privacy.orElse(null), languages.spoken(), reception.isOnline(), reception.returns());
    }
}
