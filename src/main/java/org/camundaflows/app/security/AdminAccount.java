package org.camundaflows.app.security;

import java.util.UUID;
import org.camundaflows.security.TokenDigest;

/**
 * The administrator as flows see it.
 *
 * @param userId id of the engine's user
 * @param id {@code user} of the accountability; made once, never changed
 * @param role {@code role} of the accountability; made once, never changed
 */
public record AdminAccount(String userId, String email, UUID id, UUID role, TokenDigest token) {}
