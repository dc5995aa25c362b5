package org.camundaflows.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private static List<String> read(String json) throws UndeliverableException {
        return Addresses.read(Step.options("{\"to\": " + json + "}"), "to").stream()
                .map(InternetAddress::toUnicodeString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a@b.org, c@d.org ; e@f.org,, ~ a@b.org|c@d.org|e@f.org",
                "Bob <bob@b.org>, \\\"Doe, Jane\\\" <j@b.org> ~ Bob <bob@b.org>|\"Doe, Jane\" <j@b.org>",
                "\\\"a \\\\\\\"; b\\\" <j@b.org> ~ \"a \\\"; b\" <j@b.org>",
                "<a@b.org> ~ a@b.org",
                "Dr. Jörg Ä <j.ae+x@b.org> ~ \"Dr. Jörg Ä\" <j.ae+x@b.org>",
                "j@münchen.example ~ j@xn--mnchen-3ya.example",
                "root@localhost ~ root@localhost"
            })
    void textIsSplitIntoAddresses(String text, String expected) throws Exception {
        assertThat(read("\"" + text + "\"")).containsExactly(expected.split("\\|"));
    }

    @Test
    void listsAndObjectsAreRead() throws Exception {
        assertThat(read("[\"a@b.org, c@d.org\", [\"e@f.org\"], {\"name\": \"Bob\", \"address\": \"bob@b.org\"}]"))
                .containsExactly("a@b.org", "c@d.org", "e@f.org", "Bob <bob@b.org>");
        assertThat(read("{\"address\": \"bob@b.org\"}")).containsExactly("bob@b.org");
    }

    @Test
    void nothingGivesNoAddresses() throws Exception {
        assertThat(read("null")).isEmpty();
        assertThat(read("\" , \"")).isEmpty();
        assertThat(Addresses.read(Step.options("{}"), "to")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"undefined\"",
                "\"a b@c.org\"",
                "\"a@\"",
                "\"@b.org\"",
                "\"a@b@c.org\"",
                "\"a@b..org\"",
                "\"Bob <undefined>\"",
                "\"list: a@b.org\"",
                "\"<a@b.org\"",
                "\"a@b.org> x\"",
                "5",
                "true",
                "[null]",
                "{\"name\": \"x\"}",
                "{\"address\": \"x\"}",
                "{\"address\": \"a@b.org, c@d.org\"}"
            })
    void whatIsNoAddressIsUndeliverable(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UndeliverableException.class)
                .hasMessageStartingWith("No mail address in \"to\": ");
    }
}
