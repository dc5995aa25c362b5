package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogsExpectationTest {

    @Test
    void textsAreComparedAsTheyAre() throws Exception {
        assertThat(compare("[\"5\",\"{\\\"a\\\":1}\"]", "5", "{\"a\":1}")).isEmpty();
        assertThat(compare("[\"{\\\"a\\\":1}\"]", "{ \"a\": 1 }")).hasSize(1);
    }

    @Test
    void otherValuesAreComparedAsJson() throws Exception {
        assertThat(compare("[{\"a\":1},5,null]", "{ \"a\": 1.0 }", "5", "null")).isEmpty();
        assertThat(compare("[{\"a\":1}]", "{\"a\":2}"))
                .extracting(Difference::path)
                .containsExactly("logs[0].a");
        assertThat(compare("[5]", "five")).hasSize(1);
    }

    @Test
    void severalArgumentsMayBeAnArray() throws Exception {
        assertThat(compare("[{\"0\":\"two\",\"1\":3}]", "[\"two\",3]")).isEmpty();
        assertThat(compare("[{\"0\":\"two\",\"1\":3}]", "{\"0\":\"two\",\"1\":3}"))
                .isEmpty();
        assertThat(compare("[{\"0\":\"two\",\"1\":3}]", "[\"two\",4]")).hasSize(1);
        assertThat(compare("[{\"a\":1}]", "[1]")).hasSize(1);
    }

    @Test
    void orderAndNumberCount() throws Exception {
        assertThat(compare("[\"a\",\"b\"]", "b", "a")).hasSize(2);
        assertThat(compare("[\"a\"]", "a", "b")).hasSize(1);
        assertThat(compare("[\"a\"]")).hasSize(1);
        assertThat(compare("[]", "a")).hasSize(1);
    }

    @Test
    void whatRunsSayIsCapturedFromInfoOn() {
        Logger runs = LoggerFactory.getLogger(LogCapture.LOGGER);
        try (LogCapture capture = LogCapture.begin()) {
            runs.info("message {}\nin two lines", 1);
            runs.warn("warning");
            runs.debug("quiet");
            LoggerFactory.getLogger("org.camundaflows.engine").info("diagnostic");

            assertThat(capture.messages()).containsExactly("message 1\nin two lines", "warning");
        }
    }

    private static List<Difference> compare(String expected, String... messages) throws Exception {
        return LogsExpectation.compare(Json.parse(expected), List.of(messages), new SavedValues());
    }
}
