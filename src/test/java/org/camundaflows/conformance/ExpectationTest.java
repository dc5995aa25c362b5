package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {

    private final SavedValues saved = new SavedValues();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "1 | 1.0",
                "12.50 | 12.5",
                "9007199254740993 | 9007199254740993",
                "null | null",
                "true | true",
                "\"a\" | \"a\"",
                "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1}",
                "[1,[2]] | [1,[2]]",
                "\"$$any\" | null",
                "\"$$any\" | {\"a\":[]}",
                "\"$$uuid\" | \"0d0c0dc0-2885-4cc7-A56A-0386a1342518\"",
                "\"$$timestamp\" | \"2024-05-01T10:00:00.000Z\"",
                "\"$$timestamp\" | \"2024-05-01T10:00:00\"",
                "\"$$timestamp\" | \"2024-05-01T10:00:00+02:00\"",
                "\"$$number\" | -1.5e3",
                "\"$$string\" | \"\"",
                "\"$$contains:b c\" | \"a b c d\"",
                "{\"a\":\"$$absent\"} | {}",
                "{\"$$open\":true,\"a\":1} | {\"a\":1,\"b\":2}",
                "{\"$$json\":{\"a\":[1.0]}} | \"{ \\\"a\\\": [1] }\"",
                "{\"sum\":{\"p\":0.3}} | {\"sum\":{\"p\":0.30000000004}}",
                "{\"avg\":0.3333333333} | {\"avg\":0.33333333333}",
            })
    void acceptsWhatIsEqual(String expected, String actual) throws Exception {
        assertThat(compare(expected, actual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "1 | 2 | $",
                "1 | \"1\" | $",
                "1 | true | $",
                "0.3 | 0.30000000004 | $",
                "9007199254740993 | 9007199254740992 | $",
                "null | false | $",
                "null | {} | $",
                "\"a\" | \"A\" | $",
                "\"null\" | null | $",
                "{} | [] | $",
                "{} | null | $",
                "{\"a\":1} | {} | $.a",
                "{\"a\":null} | {} | $.a",
                "{\"a\":\"$$any\"} | {} | $.a",
                "{} | {\"a\":null} | $.a",
                "{\"a\":{\"$$open\":true}} | {\"a\":{},\"b\":1} | $.b",
                "{\"$$open\":false} | {\"b\":1} | $.b",
                "[1] | [1,2] | $[1]",
                "[1,2] | [1] | $[1]",
                "[1,2] | [2,2] | $[0]",
                "\"$$uuid\" | \"0d0c0dc0\" | $",
                "\"$$uuid\" | 7 | $",
                "\"$$timestamp\" | \"2024-05-01\" | $",
                "\"$$timestamp\" | \"2024-13-01T10:00:00Z\" | $",
                "\"$$timestamp\" | 1714557600 | $",
                "\"$$number\" | \"1\" | $",
                "\"$$string\" | 1 | $",
                "\"$$string\" | null | $",
                "\"$$contains:b\" | \"a\" | $",
                "\"$$contains:1\" | 1 | $",
                "{\"a\":\"$$absent\"} | {\"a\":null} | $.a",
                "{\"$$json\":{\"a\":1}} | \"{\\\"a\\\":2}\" | $.$$json.a",
                "{\"$$json\":{\"a\":1}} | \"no json\" | $.$$json",
                "{\"$$json\":{\"a\":1}} | {\"a\":1} | $.$$json",
                "{\"avg\":0.3333} | {\"avg\":0.3334} | $.avg",
                "{\"name\":\"E\",\"message\":\"m\"} | {\"name\":\"E\",\"message\":\"m\",\"code\":\"C\"} | $.code",
                "\"secret\" | \"--redacted--\" | $",
                "{} | \"2024-05-01T10:00:00.000Z\" | $",
            })
    void findsWhatDiffersAndWhere(String expected, String actual, String path) throws Exception {
        assertThat(compare(expected, actual)).extracting(Difference::path).containsExactly(path);
    }

    @Test
    void findsEveryDifference() throws Exception {
        assertThat(compare("{\"a\":1,\"b\":[1,{\"c\":2}]}", "{\"a\":2,\"b\":[1,{\"c\":3}],\"d\":4}"))
                .extracting(Difference::path)
                .containsExactly("$.a", "$.b[1].c", "$.d");
    }

    @Test
    void showsWhatWasExpectedAndWhatCame() throws Exception {
        assertThat(compare("{\"a\":\"x\"}", "{}")).hasToString("[$.a: expected \"x\", got (absent)]");
    }

    @Test
    void usesWhatItSaved() throws Exception {
        assertThat(compare("{\"a\":\"$$save:id\",\"b\":\"/x/$$use:id/y\"}", "{\"a\":7,\"b\":\"/x/7/y\"}"))
                .isEmpty();
        assertThat(compare("\"$$use:id\"", "7")).isEmpty();
        assertThat(compare("\"$$use:id\"", "\"7\"")).hasSize(1);
        assertThat(compare("\"$$use:id\"", "8")).hasSize(1);
    }

    @Test
    void refusesToUseWhatNothingSaved() {
        assertThatThrownBy(() -> compare("\"$$use:id\"", "7")).hasMessageContaining("id");
    }

    @Test
    void insertsSavedValuesIntoCalls() throws Exception {
        saved.save("id", Json.parse("7"));

        assertThat(saved.insertInto(Json.parse("{\"key\":\"$$use:id\",\"path\":[\"/x/$$use:id\"],\"n\":1}")))
                .isEqualTo(Json.parse("{\"key\":7,\"path\":[\"/x/7\"],\"n\":1}"));
    }

    @Test
    void letsForeignKeyErrorsNameTheKey() throws Exception {
        String recorded = "{\"message\":\"Invalid foreign key.\",\"extensions\":"
                + "{\"collection\":null,\"field\":null,\"value\":null,\"code\":\"INVALID_FOREIGN_KEY\"}}";
        String named = "{\"message\":\"Invalid foreign key \\\"9\\\" for field \\\"f\\\" in collection \\\"c\\\".\","
                + "\"extensions\":{\"collection\":\"c\",\"field\":\"f\",\"value\":9,\"code\":\"INVALID_FOREIGN_KEY\"}}";

        assertThat(compare(recorded, named)).isEmpty();
        assertThat(compare(recorded, recorded)).isEmpty();
        assertThat(compare(recorded, named.replace("Invalid foreign", "Bad foreign")))
                .extracting(Difference::path)
                .containsExactly("$.message");
    }

    @Test
    void letsForeignKeyErrorsNameTheKeyBesideTheirCode() throws Exception {
        String recorded = "{\"extensions\":{\"field\":null},\"code\":\"INVALID_FOREIGN_KEY\"}";

        assertThat(compare(recorded, recorded.replace("null", "\"f\""))).isEmpty();
        assertThat(compare(
                        recorded.replace("FOREIGN", "OTHER"),
                        recorded.replace("FOREIGN", "OTHER").replace("null", "1")))
                .hasSize(1);
    }

    @Test
    void cutsLongValues() {
        Difference difference =
                Difference.of(Place.root("$"), TextNode.valueOf("x".repeat(5000)), TextNode.valueOf(""));

        assertThat(difference.expected()).hasSizeLessThan(400).contains("5002 characters");
    }

    private List<Difference> compare(String expected, String actual) throws Exception {
        JsonNode wanted = Json.parse(expected.strip());
        return Expectation.compare(wanted, Json.parse(actual.strip()), Place.root("$"), saved);
    }
}
