package dev.ramah.survey;

import dev.ramah.platform.Pages;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a link to a survey leads; what stands behind its # never gets here. */
@Path("/survey")
@PermitAll
class SurveyPageResource {

    private static final Pages.Page PAGE = new Pages.Page("How was it?", "ramah-survey", "survey");

    private final Pages pages;

    SurveyPageResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String page() {
        return pages.document(PAGE);
    }
}
