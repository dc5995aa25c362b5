package org.camundaflows.store.access.account;

import org.camundaflows.security.TokenDigest;
import org.jspecify.annotations.Nullable;

/**
 * The administrator to be made.
 *
 * @param id of the user
 * @param role id of the role
 * @param externalIdentifier who the user is for the engine
 * @param password null when it is not known; the user then cannot sign in with one
 */
public record Administrator(
        String id, String role, String externalIdentifier, String email, @Nullable String password, TokenDigest token) {

    @Override
    public String toString() {
        return "Administrator[id=" + id + "]";
    }
}
