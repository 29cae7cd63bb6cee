package dev.ramah.customer;

import dev.ramah.platform.Address;
import dev.ramah.platform.Limit;
import dev.ramah.platform.Limits;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where the shop's server tells what many customers did, a line each. */
@Path("/api/customers/events")
@PermitAll // the shop is no member of staff: it shows the site's secret
class ShopLinesResource {

    private final ShopLines lines;
    private final SiteSecret secret;
    private final Limits limits;

    ShopLinesResource(ShopLines lines, SiteSecret secret, Limits limits) {
        this.lines = lines;
        this.secret = secret;
        this.limits = limits;
    }

    /** Lines that can't be read are left out and reported; the others are kept. */
    @POST
    @Consumes({"application/x-ndjson", "application/jsonl"})
    public ShopLines.Taken tell(
            @HeaderParam("Authorization") @Nullable String authorization,
            InputStream ndjson,
            HttpServerRequest request) {
        limits.check(Limit.EVENTS, Address.of(request));
        secret.checkKey(authorization);
        return lines.take(ndjson);
    }
}
