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
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Where the shop's server tells what its customers did. */
@Path("/api/customers/{externalId}/events")
@PermitAll // the shop is no member of staff: it shows the site's secret
class EventsResource {

    private final Customers customers;
    private final SiteSecret secret;
    private final Limits limits;

    EventsResource(Customers customers, SiteSecret secret, Limits limits) {
        this.customers = customers;
        this.secret = secret;
        this.limits = limits;
    }

    /** 202 when it is new, 200 when it was told before. */
    @POST
    public Response tell(
            @PathParam("externalId") String externalId,
            @HeaderParam("Authorization") @Nullable String authorization,
            @NotNull @Valid ShopEvent event,
            HttpServerRequest request) {
        limits.check(Limit.EVENTS, Address.of(request));
        secret.checkKey(authorization);
        event.checkData();
        boolean isNew = customers.told(externalId, event);
        return Response.status(isNew ? Response.Status.ACCEPTED : Response.Status.OK)
                .build();
    }
}
