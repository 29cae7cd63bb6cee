package dev.ramah.customer;

import dev.ramah.platform.Address;
import dev.ramah.platform.Limit;
import dev.ramah.platform.Limits;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the shop's server tells what it knows about its customers. */
@Path("/api/customers/{externalId}/attributes")
@PermitAll // the shop is no member of staff: it shows the site's secret
class AttributesResource {

    private final Customers customers;
    private final SiteSecret secret;
    private final Limits limits;

    AttributesResource(Customers customers, SiteSecret secret, Limits limits) {
        this.customers = customers;
        this.secret = secret;
        this.limits = limits;
    }

    /** A null takes an attribute away; those that are not named stay. */
    record Known(@NotNull Map<String, @Nullable String> attributes) {}

    @POST
    public Known tell(
            @PathParam("externalId") String externalId,
            @HeaderParam("Authorization") @Nullable String authorization,
            @NotNull @Valid Known known,
            HttpServerRequest request) {
        limits.check(Limit.EVENTS, Address.of(request));
        secret.checkKey(authorization);
        return new Known(
                Map.copyOf(customers.told(externalId, known.attributes()).attributes()));
    }
}
