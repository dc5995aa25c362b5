package org.camundaflows.flow;

import static org.camundaflows.flow.Validated.expect;
import static org.camundaflows.flow.Validated.flow;
import static org.camundaflows.flow.Validated.member;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of flows and operations other than links and options. */
class MemberRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name           | null      | flow-name-missing",
                "name           | 5         | flow-name-missing",
                "status         | \"on\"    | status-unknown",
                "status         | null      | status-unknown",
                "accountability | \"none\"  | accountability-unknown",
                "accountability | true      | accountability-unknown",
                "trigger        | \"cron\"  | trigger-unknown",
                "trigger        | null      | trigger-unknown",
                "trigger        | []        | trigger-unknown"
            })
    void membersOfAFlowAreChecked(String member, String json, String code) {
        expect(flow(member, json), code + " at $." + member);
    }

    @Test
    void membersWithADefaultMayBeAbsent() {
        expect(flow -> flow.remove(List.of("status", "accountability")));
        expect(flow("accountability", "null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"{no json\"", "[]", "5"})
    void optionsAreAnObject(String json) {
        expect(flow("options", json), "options-type at $.options");
        expect(member(3, "options", json), "options-type at $.operations[3].options");
    }

    @Test
    void optionsMayBeNull() {
        expect(flow("options", "null"));
        expect(member(3, "options", "null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "{}"})
    void everyOperationHasAKey(String key) {
        expect(member(2, "key", key), "key-missing at $.operations[2].key");
    }

    @Test
    void keysAreNotUsedTwice() {
        expect(member(2, "key", "\"check\""), "key-duplicate at $.operations[2].key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$trigger", "$last", "$accountability", "$env", "$all"})
    void keysOfTheChainAreReserved(String key) {
        expect(member(2, "key", "\"" + key + "\""), "key-reserved at $.operations[2].key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "a[0]", "a}}", "it's"})
    void keysThatTemplatesCannotNamePlainlyAreTold(String key) {
        expect(member(2, "key", "\"" + key + "\""), "key-awkward at $.operations[2].key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__proto__", "constructor", "hy-phen", "größe", "1"})
    void otherKeysAreFine(String key) {
        expect(member(2, "key", "\"" + key + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "7"})
    void everyOperationHasAType(String type) {
        expect(member(3, "type", type), "type-missing at $.operations[3].type");
    }

    @Test
    void unknownTypesAreWarnedOfAndNeedNoRejectPath() {
        expect(member(3, "type", "\"directus-labs-ai\""), "type-unknown at $.operations[3].type");
    }

    @Test
    void missingPositionsAreTold() {
        expect(
                flow -> Sample.operation(flow, 3).putNull("position_x").remove("position_y"),
                "position-missing at $.operations[3].position_x",
                "position-missing at $.operations[3].position_y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"19\"", "1.5", "1e99", "{}"})
    void positionsAreWholeNumbers(String position) {
        expect(member(3, "position_x", position), "position-type at $.operations[3].position_x");
    }

    @Test
    void theOriginIsNoPosition() {
        expect(
                flow -> Sample.operation(flow, 3).put("position_x", 0).put("position_y", 0),
                "position-origin at $.operations[3]");
    }

    @Test
    void panelsThatOverlapAreTold() {
        expect(member(2, "position_y", "1"), "position-overlap at $.operations[2]");
        expect(member(2, "position_y", "14"), "position-overlap at $.operations[2]");
        expect(member(2, "position_y", "-12"), "position-overlap at $.operations[2]");
        expect(member(2, "position_y", "15"));
    }

    @Test
    void wholeNumbersMayHaveADecimalPoint() {
        expect(member(3, "position_x", "73.0"));
    }

    @ParameterizedTest
    @CsvSource({"log,false", "sleep,false", "throw-error,false", "transform,true", "item-read,true", "exec,true"})
    void typesThatMayFailNeedARejectPath(String type, boolean needed) {
        String options = type.equals("exec") ? "{\"code\": \"1\"}" : "{\"collection\": \"c\"}";
        String[] issues = needed ? new String[] {"reject-missing at $.operations[3].reject"} : new String[0];

        expect(Validated.step(3, type, options), issues);
    }
}
