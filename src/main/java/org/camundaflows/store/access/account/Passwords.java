package org.camundaflows.store.access.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes of passwords: Argon2id, as Directus makes and reads them ({@code $argon2id$v=19$m=65536,t=3,p=4$…}). Each method
 * throws {@link AccessError#REQUESTS_EXCEEDED} when too many callers wait already.
 */
public final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 4;
    private static final int MEMORY_KIB = 65_536;
    private static final int ITERATIONS = 3;

    /** Each takes 64 MB as long as it lasts. */
    private static final int AT_ONCE = 4;

    /** Beyond these, callers are sent away: they must not take all threads of the server. */
    private static final int WAITING = 8;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS);
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** The hash of nobody's password, so that unknown users take as long as known ones. */
    private final String nobody = encoder.encode("");

    public String hash(String password) {
        return inPlace(() -> encoder.encode(password));
    }

    /** @param hash null for users who have none: the same time is taken all the same */
    public boolean matches(String password, @Nullable String hash) {
        boolean matches = inPlace(() -> encoder.matches(password, hash == null ? nobody : hash));
        return matches && hash != null;
    }

    private <T> T inPlace(Supplier<T> work) {
        if (places.getQueueLength() >= WAITING) {
            throw new AccessException(AccessError.REQUESTS_EXCEEDED);
        }
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
