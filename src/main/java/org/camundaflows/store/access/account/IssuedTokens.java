package org.camundaflows.store.access.account;

import java.time.Duration;

/**
 * What signing in gives.
 *
 * @param accessToken says who calls
 * @param lifetime of the access token
 * @param refreshToken gives new tokens; of a session, the token of the session
 * @param refreshLifetime of the refresh token
 */
public record IssuedTokens(String accessToken, Duration lifetime, String refreshToken, Duration refreshLifetime) {

    @Override
    public String toString() {
        return "IssuedTokens[lifetime=" + lifetime + "]";
    }
}
