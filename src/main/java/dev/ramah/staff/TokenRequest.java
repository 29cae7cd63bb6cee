package dev.ramah.staff;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who is behind a token. */
class TokenRequest extends BaseAuthenticationRequest {

    final String token;

    TokenRequest(String token) {
        this.token = token;
    }
}
