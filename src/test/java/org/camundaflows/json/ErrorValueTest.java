package org.camundaflows.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ErrorValueTest {

    private final ObjectNode more = JsonNodeFactory.instance.objectNode().put("n", 1);
    private final ErrorValue known = ErrorValue.known("GONE", 410, "left", more);
    private final ErrorValue plain = ErrorValue.plain("TypeError", "no function");
    private final ErrorValue described =
            ErrorValue.described("Error", "refused", more.deepCopy().put("code", "ECONN"));

    @Test
    void callersSeeAKnownErrorWithoutItsMessage() {
        assertThat(Json.write(known.toNode()))
                .isEqualTo("{\"name\":\"DirectusError\",\"extensions\":{\"n\":1},\"code\":\"GONE\",\"status\":410}");
        assertThat(Json.write(ErrorValue.known("GONE", 410, "left", null).toNode()))
                .doesNotContain("extensions");
    }

    @Test
    void callersSeeNothingOfAPlainErrorButItsOwnMembers() {
        assertThat(Json.write(plain.toNode())).isEqualTo("{}");
        assertThat(Json.write(described.toNode()))
                .isEqualTo("{\"name\":\"Error\",\"message\":\"refused\",\"n\":1,\"code\":\"ECONN\"}");
    }

    @Test
    void theRunLogSeesAllThatIsKnown() {
        assertThat(Json.writeAudit(known.toNode()))
                .isEqualTo(
                        "{\"name\":\"DirectusError\",\"message\":\"left\",\"code\":\"GONE\",\"status\":410,\"extensions\":{\"n\":1}}");
        assertThat(Json.writeAudit(plain.toNode())).isEqualTo("{\"name\":\"TypeError\",\"message\":\"no function\"}");
        assertThat(Json.writeAudit(described.toNode()))
                .isEqualTo("{\"name\":\"Error\",\"message\":\"refused\",\"code\":\"ECONN\"}");
    }

    @Test
    void templatesSeeTheMembers() {
        assertThat(known.member("message").asText()).isEqualTo("left");
        assertThat(known.member("name").asText()).isEqualTo("DirectusError");
        assertThat(known.member("code").asText()).isEqualTo("GONE");
        assertThat(known.member("status").asInt()).isEqualTo(410);
        assertThat(known.member("extensions").path("n").asInt()).isEqualTo(1);
        assertThat(described.member("n").asInt()).isEqualTo(1);
        assertThat(described.member("code").asText()).isEqualTo("ECONN");
        assertThat(plain.member("code").isMissingNode()).isTrue();
        assertThat(plain.member("stack").isMissingNode()).isTrue();
        assertThat(plain.member("constructor").isMissingNode()).isTrue();
    }
}
