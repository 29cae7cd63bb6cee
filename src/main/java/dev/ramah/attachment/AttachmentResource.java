package dev.ramah.attachment;

import dev.ramah.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A file's bytes, for whoever has a signed address. Whatever is in them, a browser takes it for what we say it is and
 * for nothing of ours: it runs nothing, reaches nothing, and is no page of this origin.
 */
@Path("/api/attachments/{id}")
@PermitAll
class AttachmentResource {

    private final Attachments attachments;
    private final Addresses addresses;

    AttachmentResource(Attachments attachments, Addresses addresses) {
        this.attachments = attachments;
        this.addresses = addresses;
    }

    @GET
    public Response file(
            @PathParam("id") UUID id,
            @QueryParam("until") @DefaultValue("0") long until,
            @QueryParam("signature") @DefaultValue("") String signature) {
        if (!addresses.isGood(id, until, signature)) {
            throw Problem.forbidden("This address has ended. Open the conversation to see the file.");
        }
        Attachments.Whole file =
                attachments.whole(id).orElseThrow(() -> Problem.notFound("This file is not there any more."));
        Attachment about = file.attachment();
        boolean isPicture = about.width != null;
        return Response.ok(file.bytes(), MediaType.valueOf(about.media))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(isPicture, about.name))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                // Pictures are shown on the pages of shops, of whatever origin; the address is what protects them.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300")
                .build();
    }

    /** With the name as RFC 6266 wants it; only pictures are shown, everything else is saved. */
    private static String disposition(boolean isPicture, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        String plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        return (isPicture ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
