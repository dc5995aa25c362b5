package org.camundaflows.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.camundaflows.hostile.HostileJson;
import org.camundaflows.json.Json;
import org.camundaflows.json.ValueBounds;
import org.junit.jupiter.api.Test;

class HostileAddressTest {

    private static final String SECRET = "canary-5d1f7a90";

    /** Texts that look like addresses. */
    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789.xXabcdefF:[]/-,% ").ofMaxLength(24),
                Arbitraries.strings().ofMaxLength(12));
    }

    @Property(tries = 3000)
    void anyHostIsAnAddressOrANameOrRefusedAndNeverLookedUpAsAnAddress(@ForAll("hosts") String host) {
        Throwable thrown = catchThrowable(() -> IpLiteral.of(host));

        assertThat(thrown == null || thrown.getClass() == IllegalArgumentException.class)
                .as("%s", thrown)
                .isTrue();
    }

    @Property(tries = 2000)
    void anyDenyListIsReadOrItsEntryNamed(@ForAll("hosts") String entry, @ForAll boolean strict) {
        Throwable thrown = catchThrowable(() -> DenyList.parse(entry, strict));

        assertThat(thrown == null
                        || (thrown instanceof IllegalArgumentException
                                && thrown.getMessage().startsWith("IMPORT_IP_DENY_LIST: ")))
                .as("%s", thrown)
                .isTrue();
    }

    /** The four bytes of an address, in every notation that URLs know. */
    @Property(tries = 500)
    void noNotationOfADeniedAddressIsAllowed(@ForAll @Size(4) byte[] bytes) throws Exception {
        long number = 0;
        for (byte part : bytes) {
            number = number << 8 | (part & 0xff);
        }
        InetAddress address = InetAddress.getByAddress(bytes);
        AddressGuard guard = new AddressGuard(DenyList.parse(address.getHostAddress(), false), host -> {
            throw new UnknownHostException(host);
        });
        String hex = "%08x".formatted(number);
        for (String notation : List.of(
                address.getHostAddress(),
                address.getHostAddress() + ".",
                Long.toString(number),
                "0x" + hex,
                "0" + Long.toOctalString(number),
                (bytes[0] & 0xff) + "." + (number & 0xffffff),
                "0x" + hex.substring(0, 2) + "." + (bytes[1] & 0xff) + "." + (number & 0xffff),
                "::ffff:" + address.getHostAddress(),
                "[::ffff:" + hex.substring(0, 4) + ":" + hex.substring(4) + "]",
                "64:ff9b::" + address.getHostAddress(),
                "2002:" + hex.substring(0, 4) + ":" + hex.substring(4) + "::1")) {
            assertThat(catchThrowable(() -> guard.resolve(notation)))
                    .as(notation)
                    .isInstanceOf(DeniedAddressException.class);
        }
    }

    @Provide
    Arbitrary<ObjectNode> chains() {
        return HostileJson.objects(List.of("headers", "authorization", "payload", "token", "header", "value", SECRET));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noValueOfAnyChainKeepsASecretOfTheEnvironment(@ForAll("chains") ObjectNode chain) {
        Redactor redactor = new Redactor(Map.of("KEY", SECRET), RedactionLevel.STANDARD);
        JsonNode redacted = redactor.forTrigger(chain).redact(chain);

        assertThat(values(redacted)).doesNotContain(SECRET);
        assertThat(redactor.forTrigger(chain).redact(redacted)).isEqualTo(redacted);
    }

    /** The text of a value without the names of members, which are kept. */
    private static String values(JsonNode value) {
        if (value.isContainerNode()) {
            StringBuilder texts = new StringBuilder();
            value.forEach(element -> texts.append(values(element)).append(' '));
            return texts.toString();
        }
        return value.isPojo() ? values(withoutSpecials(value)) : Json.writeAudit(value);
    }

    private static JsonNode withoutSpecials(JsonNode value) {
        try {
            return Json.parse(Json.writeAudit(value));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void deepValuesAreRedacted() {
        ObjectNode trigger = JsonNodeFactory.instance.objectNode();
        trigger.set("body", HostileJson.nested(ValueBounds.DEPTH, "headers"));
        trigger.putObject("headers").put("authorization", "Bearer " + SECRET);
        ObjectNode chain = JsonNodeFactory.instance.objectNode();
        chain.set("deep", wrapped(ValueBounds.DEPTH, SECRET));

        JsonNode redacted = new Redactor(Map.of(), RedactionLevel.STRICT)
                .forTrigger(trigger)
                .redact(chain);

        assertThat(Json.writeAudit(redacted)).contains("--redacted--").doesNotContain(SECRET);
    }

    private static JsonNode wrapped(int levels, String text) {
        JsonNode value = JsonNodeFactory.instance.textNode(text);
        for (int i = 0; i < levels; i++) {
            value = i % 2 == 0
                    ? JsonNodeFactory.instance.arrayNode().add(value)
                    : JsonNodeFactory.instance.objectNode().set("a", value);
        }
        return value;
    }
}
