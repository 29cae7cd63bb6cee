package dev.ramah.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what went wrong into {@code application/problem+json}; no stack trace ever leaves the server. */
class ProblemJson {

    private static final Logger LOG = Logger.getLogger(ProblemJson.class);
    private static final MediaType TYPE = MediaType.valueOf("application/problem+json");

    @ServerExceptionMapper
    Response of(Problem problem) {
        return response(problem.code().status(), problem.code().wire(), problem.detail());
    }

    @ServerExceptionMapper
    Response of(ConstraintViolationException invalid) {
        String detail = invalid.getConstraintViolations().stream()
                .map(each -> lastNode(each.getPropertyPath().toString()) + " " + each.getMessage())
                .sorted()
                .reduce((a, b) -> a + "; " + b)
                .orElse("invalid");
        return response(400, "invalid", detail);
    }

    @ServerExceptionMapper
    Response of(JsonProcessingException malformed) {
        return response(400, "malformed", "The body is not the JSON this call takes.");
    }

    @ServerExceptionMapper
    Response of(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        String reason = refused.getResponse().getStatusInfo().getReasonPhrase();
        return status >= 500 ? unexpected(refused) : response(status, "http_" + status, reason);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault) {
        if (Database.isAway(fault)) {
            return response(503, "unavailable", "The database can't be reached. Try again in a moment.");
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(fault, "Unexpected fault %s", reference);
        return response(500, "fault", "Something went wrong on our side (reference " + reference + ").");
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Response response(int status, String code, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", Response.Status.fromStatusCode(status) == null ? code : title(status));
        body.put("status", status);
        body.put("code", code);
        body.put("detail", detail);
        return Response.status(status).type(TYPE).entity(body).build();
    }

    private static String title(int status) {
        return Response.Status.fromStatusCode(status).getReasonPhrase();
    }
}
