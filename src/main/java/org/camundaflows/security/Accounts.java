package org.camundaflows.security;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells who calls, as {@code $accountability} shows it (specification: access, sections 2 and 6). */
@FunctionalInterface
public interface Accounts {

    /**
     * The accountability of a caller: {@code role, user, roles, admin, app, ip}, then {@code userAgent} and {@code origin}
     * when they were sent. Without a token the caller is the public.
     *
     * @throws AccessException {@link AccessError#INVALID_CREDENTIALS} for an unknown token,
     *     {@link AccessError#INVALID_PAYLOAD} for tokens in header and query
     */
    ObjectNode accountability(Caller caller);
}
