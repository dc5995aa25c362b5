package org.camundaflows.operations.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
import java.time.Instant;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;

class ScriptInputTest extends ScriptTest {

    @Test
    void dataHoldsTheWholeChain() throws Exception {
        Script script = script().with("$trigger", "{\"body\":{\"a\":2}}").with("first", "{\"v\":1}");

        assertThat(script.value("return [Object.keys(data), data.first.v + data.$trigger.body.a]"))
                .hasToString("[[\"$trigger\",\"$last\",\"$accountability\",\"$env\",\"first\"],3]");
    }

    @Test
    void dataIsACopyOfOrdinaryObjects() throws Exception {
        Script script = script().with("$trigger", "{\"list\":[1]}");

        assertThat(script.value("data.$trigger.list.push(2); data.x = 1; delete data.$last;"
                        + "return [data.$trigger, Array.isArray(data.$trigger.list), data.constructor === Object]"))
                .hasToString("[{\"list\":[1,2]},true,true]");
        assertThat(script.chain().toObject().toString())
                .startsWith("{\"$trigger\":{\"list\":[1]},\"$last\":null")
                .doesNotContain("\"x\"");
    }

    @Test
    void errorsOfFailedStepsAreErrorsWithAllMembers() throws Exception {
        Script script = script().with(
                        "fail",
                        ErrorValue.known("FORBIDDEN", 403, "No way", Json.parse("{\"reason\":\"r\"}"))
                                .toNode());

        assertThat(script.value("const { name, message, code, status, extensions } = data.fail;"
                        + "return [data.fail instanceof Error, name, message, code, status, extensions.reason]"))
                .hasToString("[true,\"DirectusError\",\"No way\",\"FORBIDDEN\",403,\"r\"]");
    }

    @Test
    void errorsBecomeTheSameJsonInScriptsAsInTemplates() throws Exception {
        ErrorValue known = ErrorValue.known("X", 400, "m", null);
        ErrorValue plain = ErrorValue.plain("TypeError", "t");
        ErrorValue described =
                ErrorValue.described("JsonWebTokenError", "jwt", Json.mapper().createObjectNode());
        Script script = script().with("known", known.toNode())
                .with("plain", plain.toNode())
                .with("described", described.toNode());

        assertThat(script.value("return JSON.stringify([data.known, data.plain, data.described])")
                        .textValue())
                .isEqualTo("[" + known.json() + "," + plain.json() + "," + described.json() + "]");
    }

    @Test
    void listsOfErrorsAreListsOfErrors() throws Exception {
        Script script = script().with(
                        "check",
                        Json.mapper()
                                .createArrayNode()
                                .add(ErrorValue.known("FAILED_VALIDATION", 400, "bad", null)
                                        .toNode()));

        assertThat(script.value("return data.check.map((e) => e.message)")).hasToString("[\"bad\"]");
    }

    @Test
    void datesAndSpecialNumbersArriveAsSuch() throws Exception {
        Script script = script().with("at", new DateValue(Instant.parse("2024-01-02T03:04:05.006Z")).toNode())
                .with("nan", DoubleNode.valueOf(Double.NaN))
                .with("infinite", DoubleNode.valueOf(Double.NEGATIVE_INFINITY));

        assertThat(script.value("return [data.at instanceof Date, data.at.getTime(), Number.isNaN(data.nan),"
                        + " data.infinite === -Infinity]"))
                .hasToString("[true,1704164645006,true,true]");
    }

    @Test
    void objectsThatLookLikeTaggedValuesStayObjects() throws Exception {
        String lookalike = "{\"$flow:date\":\"2024-01-02T03:04:05Z\"}";
        Script script = script().with("$trigger", lookalike);

        assertThat(script.value("return data.$trigger")).isEqualTo(Json.parse(lookalike));
        assertThat(script.value("return Object.keys(data.$trigger)")).hasToString("[\"$flow:date\"]");
    }

    @Test
    void membersNamedLikePrototypesAreOrdinaryMembers() throws Exception {
        String hostile = "{\"__proto__\":{\"polluted\":true},\"constructor\":{\"prototype\":{\"polluted\":true}}}";
        Script script = script().with("$trigger", hostile).with("nan", DoubleNode.valueOf(Double.NaN));

        assertThat(script.value("return [typeof ({}).polluted, data.$trigger]"))
                .isEqualTo(Json.parse("[\"undefined\"," + hostile + "]"));
    }

    @Test
    void processEnvHoldsTheAllowedVariables() throws Exception {
        Script script = script().env("{\"GREETING\":\"hi\",\"N\":5}");

        assertThat(script.value("return [process.env.GREETING, process.env.N, typeof process.env.PATH,"
                        + " Object.keys(process)]"))
                .hasToString("[\"hi\",5,\"undefined\",[\"env\"]]");
    }

    @Test
    void largeDataArrives() throws Exception {
        String rows = "[" + "{\"id\":1,\"name\":\"n\"},".repeat(20_000) + "0]";

        assertThat(script().with("$trigger", rows)
                        .value("return data.$trigger.length")
                        .intValue())
                .isEqualTo(20_001);
    }
}
