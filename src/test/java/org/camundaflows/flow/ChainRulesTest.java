package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.flow.Validated.expect;
import static org.camundaflows.flow.Validated.option;
import static org.camundaflows.flow.Validated.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates, filters, and the entries of the data chain they name. */
class ChainRulesTest {

    private static final String MESSAGE = " at $.operations[3].options.message";

    @ParameterizedTest
    @ValueSource(strings = {"{{ $trigger.body", "{{ }}", "{{ a..b }}", "{{ {{ a }} }}", "{{ a[ }}"})
    void malformedTemplatesAreErrors(String text) {
        expect(option(3, "message", "\"" + text + "\""), "template-malformed" + MESSAGE);
    }

    @Test
    void malformedTemplatesAreFoundAtAnyDepth() {
        expect(
                step(1, "transform", "{\"json\": {\"a b\": [1, {\"c\": \"{{\"}]}}"),
                "template-malformed at $.operations[1].options.json[\"a b\"][1].c");
    }

    @Test
    void namesOfObjectsAreNoTemplates() {
        expect(step(1, "transform", "{\"json\": {\"{{\": 1}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$trigger.a", "$accountability.user", "$env.X", "check", "call[0].id", "[\\\"call\\\"].data"})
    void whatEarlierStepsMadeCanBeNamed(String path) {
        expect(option(3, "message", "\"{{ " + path + " }}\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "complain.x", "refuse", "$CURRENT_USER", "__proto__", "{ call"})
    void whatNoEarlierStepMadeIsUndefined(String path) {
        expect(option(3, "message", "\"{{ " + path + " }}\""), "name-unknown" + MESSAGE);
    }

    @Test
    void aNameUnknownIsToldOnceForAStep() {
        expect(option(3, "message", "\"{{ nobody.a }} {{ nobody.b }}\""), "name-unknown" + MESSAGE);
    }

    @Test
    void aNameOnAnotherPathIsToldFromOneThatIsNoKey() {
        Flow flow = Sample.changed(option(3, "message", "\"{{ refuse }} {{ nobody }}\""));

        assertThat(Installed.validator().validate(flow))
                .extracting(FlowIssue::message)
                .containsExactly(
                        "The operation \"refuse\" is on no path that leads here.",
                        "No operation has the key \"nobody\".");
    }

    @Test
    void eachOfSeveralPathsToAStepCounts() {
        Flow flow = FlowLayout.arranged(FlowLayoutTest.flow("a", "a>b!c", "b>d", "c!d", "d"));
        flow.operations()
                .get(3)
                .json()
                .set("options", Sample.parse("{\"message\": \"{{ a }} {{ b }} {{ c }} {{ d }}\"}"));

        assertThat(Installed.validator().validate(flow))
                .extracting(FlowIssue::message)
                .containsExactly("The operation \"d\" is on no path that leads here.");
    }

    @Test
    void lastIsWarnedOfInTemplatesFiltersAndScripts() {
        expect(option(3, "message", "\"{{ $last.x }}\""), "last-used" + MESSAGE);
        expect(
                option(0, "filter", "{\"_and\": [{\"$last\": {\"_nnull\": true}}]}"),
                "last-used at $.operations[0].options.filter._and[0][\"$last\"]");
        expect(
                step(1, "exec", "{\"code\": \"module.exports = (data) => data.$last\"}"),
                "last-used at $.operations[1].options.code");
        expect(
                step(1, "exec", "{\"code\": \"module.exports = (d) => d['$last']\"}"),
                "last-used at $.operations[1].options.code");
    }

    @Test
    void lastIsFineWhereItIsTheDefault() {
        expect(flow -> ((ObjectNode) flow.path("options")).put("return", "$last"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$NOW", "$NOW(-1 day)"})
    void nowIsNoTemplate(String name) {
        expect(option(3, "message", "\"{{ " + name + " }}\""), "now-template" + MESSAGE);
    }

    @Test
    void nowWorksInFiltersOnly() {
        String filter = "{\"filter\": {\"date\": {\"_lt\": \"$NOW\"}}}";
        expect(option(0, "filter", "{\"$trigger\": {\"date\": {\"_lt\": \"$NOW(-1 day)\"}}}"));
        expect(step(1, "item-read", "{\"collection\": \"c\", \"query\": " + filter + "}"));
        expect(
                step(1, "item-create", "{\"collection\": \"c\", \"payload\": {\"date\": \"$NOW(+1 hour)\"}}"),
                "now-payload at $.operations[1].options.payload.date");
        expect(step(1, "item-create", "{\"collection\": \"c\", \"payload\": {\"text\": \"$NOW is no text\"}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"$trigger.body.status\": {\"_eq\": 1}}             | [\"$trigger.body.status\"]",
                "{\"$trigger\": {\"body.status\": {\"_eq\": 1}}}      | [\"$trigger\"][\"body.status\"]",
                "{\"_or\": [{\"$trigger.a\": 1}]}                     | ._or[0][\"$trigger.a\"]"
            })
    void dottedNamesInFiltersAreTold(String filter, String path) {
        expect(option(0, "filter", filter), "filter-dotted-key at $.operations[0].options.filter" + path);
    }

    @Test
    void dottedNamesInQueriesAreToldAlsoInsideText() {
        String query = "{\"filter\": {\"author.name\": {\"_eq\": \"a.b\"}}}";
        expect(
                step(1, "item-read", "{\"collection\": \"c\", \"query\": " + query + "}"),
                "filter-dotted-key at $.operations[1].options.query.filter[\"author.name\"]");
        expect(
                step(1, "item-read", "{\"collection\": \"c\", \"query\": \"" + query.replace("\"", "\\\"") + "\"}"),
                "json-as-text at $.operations[1].options.query",
                "filter-dotted-key at $.operations[1].options.query.filter[\"author.name\"]");
    }

    @Test
    void operandsAreNoFieldNames() {
        expect(option(0, "filter", "{\"$trigger\": {\"a\": {\"_eq\": {\"x.y\": 1}}}}"));
    }

    @Test
    void aDottedKeyOfAnOperationIsAPlainNameInAFilter() {
        expect(
                flow -> {
                    Sample.operation(flow, 0).put("key", "a.b");
                    option(1, "body", "\"\"").accept(flow);
                    step(3, "condition", "{\"filter\": {\"a.b\": {\"_null\": true}}}")
                            .accept(flow);
                },
                "key-awkward at $.operations[0].key",
                "reject-missing at $.operations[3].reject");
    }

    @Test
    void filtersNameWhatEarlierStepsMade() {
        expect(
                option(0, "filter", "{\"status\": {\"_eq\": 1}, \"count(list)\": {\"_gt\": 1}}"),
                "name-unknown at $.operations[0].options.filter.status");
    }
}
