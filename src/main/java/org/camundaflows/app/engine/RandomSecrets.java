package org.camundaflows.app.engine;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Passwords and tokens of 192 random bits, in letters that need no quoting in shells and addresses. */
final class RandomSecrets implements Supplier<String> {

    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
