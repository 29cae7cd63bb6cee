package dev.ramah.delivery;

import dev.ramah.platform.Pages;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where the link in a mail leads; what stands behind its # never gets here. */
@Path("/continue")
@PermitAll
class ContinueResource {

    private static final Pages.Page PAGE = new Pages.Page("Your conversation", "ramah-continue", "continue");

    private final Pages pages;

    ContinueResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String page() {
        return pages.document(PAGE);
    }
}
