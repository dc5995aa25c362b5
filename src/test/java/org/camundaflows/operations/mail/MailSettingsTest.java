package org.camundaflows.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

    private static MailSettings from(String from) {
        return new MailSettings(from, "", "", "", "", null, false, null);
    }

    @Test
    void blankTextsGetDefaults() {
        MailSettings defaults = MailSettings.defaults();

        assertThat(defaults.from()).isEqualTo("no-reply@example.com");
        assertThat(defaults.projectName()).isEqualTo("Directus");
        assertThat(defaults.projectColor()).isEqualTo("#171717");
        assertThat(defaults.waitForDelivery()).isFalse();
    }

    @Test
    void onlyTheAddressOfTheSenderIsKept() {
        assertThat(from("Shop <shop@example.org>").from()).isEqualTo("shop@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b.org, c@d.org", "a@b.org\r\nX: y"})
    void aSenderThatIsNoAddressIsRefused(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(from))
                .withMessageStartingWith("EMAIL_FROM is no mail address: ");
    }
}
