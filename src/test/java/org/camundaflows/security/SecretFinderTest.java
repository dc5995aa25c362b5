package org.camundaflows.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFinderTest {

    @ParameterizedTest
    @CsvSource({
        "abc, abc, #",
        "abc, xabcx, x#x",
        "abc, abcabc, #",
        "abc, abc abc, # #",
        "abc, ababc, ab#",
        "abc, ab, ab",
        "abc;bcd, abcd, #",
        "abc;abcde, abcd abcde, #d #",
        "abcde;cd, xcdx abcdx, x#x ab#x",
        "he;she;hers, ushers, u#",
        "aab, aaab, a#",
    })
    void replacesEveryRunOfCharactersThatBelongsToASecret(String secrets, String text, String expected) {
        assertThat(new SecretFinder(List.of(secrets.split(";"))).replace(text, "#"))
                .isEqualTo(expected);
    }

    @Test
    void returnsTheVerySameTextWhenNothingIsFound() {
        String text = "nothing to see";

        assertThat(new SecretFinder(List.of("secret")).replace(text, "#")).isSameAs(text);
        assertThat(new SecretFinder(List.of()).replace(text, "#")).isSameAs(text);
    }

    @Test
    void findsSecretsTooLargeForTheIndexWhereTheyAreTheWholeText() {
        String large = "x".repeat(100_000);
        SecretFinder finder = new SecretFinder(List.of(large));

        assertThat(finder.replace(large, "#")).isEqualTo("#");
    }

    @Test
    void isNotSlowedDownByChosenSecrets() {
        List<String> secrets = new ArrayList<>();
        for (int i = 1; i < 300; i++) {
            secrets.add("a".repeat(i) + "b");
        }
        String text = "a".repeat(1_000_000);

        Assertions.assertTimeout(Duration.ofSeconds(10), () -> assertThat(new SecretFinder(secrets).replace(text, "#"))
                .isSameAs(text));
    }

    @Property(tries = 500, seed = "7240")
    void hidesTheSameCharactersAsASearchForOneSecretAfterTheOther(
            @ForAll @Size(min = 1, max = 6)
                    List<@CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 5) String> secrets,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 40) String text) {
        boolean[] hidden = new boolean[text.length()];
        for (String secret : secrets) {
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                Arrays.fill(hidden, at, at + secret.length(), true);
            }
        }
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < hidden.length; i++) {
            if (!hidden[i]) {
                expected.append(text.charAt(i));
            } else if (i == 0 || !hidden[i - 1]) {
                expected.append('#');
            }
        }

        assertThat(new SecretFinder(secrets).replace(text, "#")).isEqualTo(expected.toString());
    }
}
