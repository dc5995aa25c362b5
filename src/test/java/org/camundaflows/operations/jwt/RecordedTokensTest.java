package org.camundaflows.operations.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the library behind the reference answered to the same options at the same moment. */
class RecordedTokensTest {

    static Stream<JsonNode> cases() {
        return StreamSupport.stream(Tokens.recorded().spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theStepAnswersAsRecorded(JsonNode recorded) {
        var result = Tokens.run(recorded.get("options"));

        if (recorded.has("result")) {
            assertThat(Json.write(Tokens.value(result))).isEqualTo(Json.write(recorded.get("result")));
            return;
        }
        JsonNode expected = recorded.get("error");
        ErrorValue error = Tokens.error(result);
        assertThat(error.name()).isEqualTo(expected.get("name").textValue());
        if (!error.name().equals("SyntaxError")) {
            assertThat(error.message()).isEqualTo(expected.get("message").textValue());
        }
        assertThat(Json.write(error.member("expiredAt"))).isEqualTo(Json.write(expected.path("expiredAt")));
        assertThat(Json.write(error.member("date"))).isEqualTo(Json.write(expected.path("date")));
    }
}
