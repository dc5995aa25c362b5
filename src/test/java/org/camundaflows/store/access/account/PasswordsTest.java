package org.camundaflows.store.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.camundaflows.security.OneTimePassword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    @Test
    void hashesAreOfTheFormThatDirectusReads() {
        assertThat(AccountsSetup.PASSWORDS.hash("x"))
                .matches("\\$argon2id\\$v=19\\$m=65536,t=3,p=4\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(AccountsSetup.PASSWORDS.hash("x")).isNotEqualTo(AccountsSetup.PASSWORDS.hash("x"));
    }

    @Test
    void onlyTheRightPasswordMatches() {
        String hash = AccountsSetup.PASSWORDS.hash("pässword");
        assertThat(AccountsSetup.PASSWORDS.matches("pässword", hash)).isTrue();
        assertThat(AccountsSetup.PASSWORDS.matches("passwort", hash)).isFalse();
        assertThat(AccountsSetup.PASSWORDS.matches("", null)).isFalse();
        assertThat(AccountsSetup.PASSWORDS.matches("", "no hash")).isFalse();
    }

    /** A value of the reference implementation's own tests. */
    @Test
    void hashesOfOtherImplementationsAndParametersMatch() {
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(AccountsSetup.PASSWORDS.matches("password", hash)).isTrue();
        assertThat(AccountsSetup.PASSWORDS.matches("Password", hash)).isFalse();
    }

    /** Test values of RFC 6238, appendix B, cut to six digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "20000000000, 353130"})
    void oneTimePasswordsAreThoseOfTheStandard(long seconds, String password) {
        OneTimePassword secret = new OneTimePassword("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        Instant moment = Instant.ofEpochSecond(seconds);
        assertThat(secret.matches(password, moment)).isTrue();
        assertThat(secret.matches(password, moment.plusSeconds(30))).isTrue();
        assertThat(secret.matches(password, moment.plusSeconds(90))).isFalse();
        assertThat(secret.matches("", moment)).isFalse();
    }
}
