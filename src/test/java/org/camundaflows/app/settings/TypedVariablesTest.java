package org.camundaflows.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedVariablesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello                    | \"hello\"",
                "42                       | 42",
                "-1.5                     | -1.5",
                "0                        | 0",
                "0.5                      | 0.5",
                "1e3                      | 1000",
                "007                      | \"007\"",
                "9007199254740991         | 9007199254740991",
                "9007199254740992         | \"9007199254740992\"",
                "true                     | true",
                "false                    | false",
                "TRUE                     | \"TRUE\"",
                "a,b                      | [\"a\",\"b\"]",
                "a, 2,,true               | [\"a\",2,true]",
                "{\"k\":1,\"l\":2}        | \"{\\\"k\\\":1,\\\"l\\\":2}\"",
                "[\"a\",\"b\"]            | \"[\\\"a\\\",\\\"b\\\"]\"",
                "json:{\"k\":1}           | {\"k\":1}",
                "json:[1,2]               | [1,2]",
                "string:42                | \"42\"",
                "string:a,b               | \"a,b\"",
                "number:0042              | 42",
                "boolean:1                | true",
                "boolean:false            | false",
                "array:one                | [\"one\"]",
                "array:string:1,regex:a+$ | [\"1\",\"a+$\"]",
                "regex:\\.example\\.com$  | \"\\\\.example\\\\.com$\"",
                "https://example.com      | \"https://example.com\""
            })
    void textBecomesTheTypeItReadsAs(String text, String json) {
        assertThat(Json.write(TypedVariables.value("NAME", text))).isEqualTo(json);
    }

    @Test
    void anEmptyValueIsEmptyText() {
        assertThat(TypedVariables.value("NAME", "").textValue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"number:secret", "json:{secret", "number:"})
    void aValueThatDoesNotFitItsPrefixIsRefusedAndNotShown(String text) {
        assertThatThrownBy(() -> TypedVariables.value("NAME", text))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("NAME has a value that cannot be used (not shown), expected ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void flowsSeeAllowedVariablesOnlyInTheOrderOfTheList() {
        Map<String, String> variables = Map.of("A", "1", "B", "x", "SECRET", "s");
        Map<String, JsonNode> read = AllowedVariables.read(List.of("B", "MISSING", "A"), variables::get);
        assertThat(read).containsExactly(entry("B", TextNode.valueOf("x")), entry("A", IntNode.valueOf(1)));
    }
}
