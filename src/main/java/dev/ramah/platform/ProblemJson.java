package dev.ramah.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.json.JsonObject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what went wrong into {@code application/problem+json}; no stack trace ever leaves the server. */
class ProblemJson {

    private static final MediaType TYPE = MediaType.valueOf("application/problem+json");

    @ServerExceptionMapper
    Response of(Problem problem) {
        Response response = response(problem.code().status(), problem.code().wire(), problem.detail());
        return problem.retryAfter() == null
                ? response
                : Response.fromResponse(response)
                        .header("Retry-After", problem.retryAfter().toSeconds())
                        .build();
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

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notSignedIn() {
        return response(401, "not_signed_in", "Sign in first: this call needs a member of staff.");
    }

    @ServerExceptionMapper
    Response of(ForbiddenException forbidden) {
        return response(403, "forbidden", "Your role doesn't allow this.");
    }

    @ServerExceptionMapper
    Response of(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (refused.getCause() instanceof JsonProcessingException malformed) {
            return of(malformed);
        }
        return status >= 500 ? unexpected(refused) : response(status, code(status), detail(status));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault) {
        return of(Faults.asProblem(fault));
    }

    /** For what is refused before REST sees it. */
    static String tooLarge(long mostBytes) {
        String detail = "The body is larger than this call takes (" + mostBytes + " bytes).";
        return new JsonObject(body(413, Problem.Code.TOO_LARGE.wire(), detail)).encode();
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "malformed";
            case 401 -> "not_signed_in";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 413 -> "too_large";
            case 415 -> "unsupported";
            default -> "http_" + status;
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is not one this call takes.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address doesn't take this method.";
            case 406 -> "This call has no answer in the format that was asked for.";
            case 415 -> "This call doesn't take a body of this type.";
            default -> title(status);
        };
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Response response(int status, String code, String detail) {
        Refusals.count(Refusals.Door.REST, code);
        return Response.status(status)
                .type(TYPE)
                .entity(body(status, code, detail))
                .build();
    }

    private static Map<String, Object> body(int status, String code, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title(status));
        body.put("status", status);
        body.put("code", code);
        body.put("detail", detail);
        return body;
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Problem " + status : known.getReasonPhrase();
    }
}
