package org.camundaflows.store.access.account;

import java.time.Clock;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.OneTimePassword;
import org.jspecify.annotations.Nullable;

/** Whether somebody is the user they say they are. */
final class CredentialCheck {

    private final Passwords passwords;
    private final LoginAttempts attempts;
    private final Clock clock;

    CredentialCheck(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.attempts = new LoginAttempts(clock);
        this.clock = clock;
    }

    /**
     * Takes the same time for users that there are and that there are not.
     *
     * @param user null for a user who is not known
     * @param otp the one-time password; empty without one
     * @param limit how often the user may fail in a row
     * @throws AccessException {@link AccessError#INVALID_CREDENTIALS} or {@link AccessError#INVALID_OTP}
     */
    UserAccount check(@Nullable UserAccount user, String password, String otp, int limit) {
        boolean allowed = user != null && attempts.isAllowed(user.id(), limit);
        String hash = user == null || !allowed ? null : user.password();
        boolean matches = passwords.matches(password, hash);
        if (user == null || !allowed) {
            throw new AccessException(AccessError.INVALID_CREDENTIALS);
        }
        AccessError error = error(user, matches, otp);
        if (error != null) {
            attempts.failed(user.id());
            throw new AccessException(error);
        }
        attempts.succeeded(user.id());
        return user;
    }

    private @Nullable AccessError error(UserAccount user, boolean matches, String otp) {
        boolean own = user.provider().equals(UserAccount.DEFAULT_PROVIDER);
        if (!matches || !own || !user.isActive()) {
            return AccessError.INVALID_CREDENTIALS;
        }
        String secret = user.otpSecret();
        boolean proven = secret == null || new OneTimePassword(secret).matches(otp, clock.instant());
        return proven ? null : AccessError.INVALID_OTP;
    }
}
