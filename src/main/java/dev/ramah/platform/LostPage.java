package dev.ramah.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Whoever opens an address at which there is nothing reads a page that says so; programs get the problem as JSON. */
class LostPage {

    private static final Pages.Page PAGE = new Pages.Page("Nothing here · Ramah", "ramah-lost", "desk");

    private final Pages pages;

    LostPage(Pages pages) {
        this.pages = pages;
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 404 && isOpenedByHand(request)) {
            response.setEntity(pages.document(PAGE), null, new MediaType("text", "html", "UTF-8"));
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
    }

    private static boolean isOpenedByHand(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String accepts = request.getHeaderString(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accepts != null
                && accepts.startsWith(MediaType.TEXT_HTML)
                && !path.startsWith("/api/")
                && !path.startsWith("/q/");
    }
}
