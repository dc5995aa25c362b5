package org.camundaflows.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionFiltersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'a':{'_eq':'x'}}                         | {'a':'y'}        | a: Value has to be "x".
                    {'a':{'b':{'_eq':true}}}                  | {'a':{'b':1}}    | a at b: Value has to be "true".
                    {'a':{'_eq':{}}}                          | {'a':1}          | a: Value has to be "[object Object]".
                    {'a':{'_in':[1,null,'z']}}                | {'a':2}          | a: Value has to be one of "1", "null", "z".
                    {'a':{'_nin':[1,2]}}                      | {'a':2}          | a: Value can't be one of "1", "2".
                    {'a':{'_neq':'x'}}                        | {'a':'x'}        | a: Value can't be "x".
                    {'a':{'_lt':1.50}}                        | {'a':2}          | a: Value has to be less than "1.5".
                    {'a':{'_lte':1}}                          | {'a':2}          | a: Value has to be less than or equal to "1".
                    {'a':{'_gt':2}}                           | {'a':2}          | a: Value has to be greater than "2".
                    {'a':{'_gte':3}}                          | {'a':2}          | a: Value has to be greater than or equal to "3".
                    {'a':{'_gt':1}}                           | {'a':1e17}       | a: Value is not a safe number.
                    {'a':{'_contains':'q\\"'}}                  | {'a':'x'}        | a: Value has to contain "q"".
                    {'a':{'_ncontains':'x'}}                  | {'a':'x'}        | a: Value can't contain "x".
                    {'a':{'_null':true}}                      | {'a':1}          | a: Value has to be null.
                    {'a':{'_nnull':true}}                     | {'a':null}       | a: Value can't be null.
                    {'a':{'_empty':true}}                     | {'a':1}          | a: Value has to be empty.
                    {'a':{'_nempty':true}}                    | {'a':''}         | a: Value can't be empty.
                    {'a':{'_regex':'x'}}                      | {'a':'y'}        | a: Value doesn't have the correct format.
                    {'a':{'_starts_with':'x'}}                | {'a':'y'}        | a:
                    {'a':{'_gt':1}}                           | {}               | a: Value is required.
                    {'a':{'_gt':'2024-01-01'}}                | {'a':'2023'}     | a: Value has to be greater than "Mon Jan 01 2024 00:00:00 GMT+0000 (Coordinated Universal Time)".
                    {'a':{'_eq':'$NOW'}}                      | {'a':1}          | a: Value has to be "Sun Mar 31 2024 12:00:00 GMT+0000 (Coordinated Universal Time)".
                    """)
    void wordTheirErrorsAsDirectusDoes(String filter, String payload, String expected) {
        String message = expected.replaceFirst(
                        "^(\\w+)(?: at (\\w+))?:", "Validation failed for field \"$1\" at \"$2\".")
                .replace(" at \"\"", "");
        assertThat(Filters.condition(filter, payload))
                .singleElement()
                .extracting(ErrorValue::message)
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'a':{'b':{'c':1}}}            | {}                 | a
                    {'a':{'b':{'c':1}}}            | {'a':{}}           | a.b
                    {'a':{'b':{'c':1}}}            | {'a':'text'}       | a
                    {'a':{'b':{'c':1}}}            | {'a':{'b':null}}   | a.b
                    {'a':{'b':{'c':1}}}            | {'a':{'b':[]}}     | a.b
                    {'a':{'0':{'c':1}}}            | {'a':[]}           | a.0
                    {'a':{'length':{'_eq':0}}}     | {'a':[]}           | a
                    {'a':{'00':{'c':1}}}           | {'a':[{},{}]}      | a
                    {'a.b':1}                      | {'a':{'b':1}}      | a.b
                    {'a':{'b':{}}}                 | {'a':{}}           | a.b
                    {'foo(a)':1}                   | {'a':1}            | foo(a)
                    """)
    void nameTheLevelThatIsMissing(String filter, String payload, String where) {
        assertThat(Filters.condition(filter, payload)).singleElement().satisfies(error -> {
            var extensions = error.json().get("extensions");
            StringBuilder path = new StringBuilder(extensions.get("field").asText());
            extensions.get("path").forEach(segment -> path.append('.').append(segment.asText()));
            assertThat(path).hasToString(where);
            assertThat(extensions.get("type").asText()).isEqualTo("required");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'_and':[{'v':1},{'v':{'_lt':0}}]}       | 2 | in lt
                    {'_and':[]}                              | 2 | holds
                    {'_or':[]}                               | 2 | holds
                    {'_or':[{'v':1},{'v':2}]}                | 2 | holds
                    {'_or':[{'v':1},{'w':2}]}                | 2 | in required
                    {'v':{'_gt':2,'_lt':2}}                  | 2 | gt lt
                    {'v':{'_gt':1,'_lt':3}}                  | 2 | holds
                    {'v':{'_or':[{'_eq':1},{'_gt':1}]}}      | 2 | holds
                    {'v':{'_or':[{'_eq':1},{'_gt':3}]}}      | 2 | in gt
                    {'v':{'_and':[1,2]}}                     | 2 | in
                    {'v':{'_and':[]}}                        | 2 | holds
                    {'_or':[{'_and':[{'v':2},{'v':3}]},{'_and':[{'v':{'_gt':1}},{'v':{'_lt':3}}]}]} | 2 | holds
                    {'v':{'_secret':{'_eq':1}}}              | 2 | holds
                    {'_secret':{'_eq':1}}                    | 2 | required
                    """)
    void combine(String filter, String value, String expected) {
        var errors = Filters.condition(filter, "{'v':" + value + "}");
        String types = String.join(
                " ",
                errors.stream()
                        .map(error -> error.json().at("/extensions/type").asText())
                        .toList());
        assertThat(types.isEmpty() ? "holds" : types).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'year(d)':2024}     | '2024-12-31T23:30:00-01:00' | in
                    {'year(d)':2025}     | '2024-12-31T23:30:00-01:00' | holds
                    {'month(d)':1}       | '2024-12-31T23:30:00-01:00' | holds
                    {'day(d)':1}         | '2024-12-31T23:30:00-01:00' | holds
                    {'hour(d)':0}        | '2024-12-31T23:30:05-01:00' | holds
                    {'minute(d)':30}     | '2024-12-31T23:30:05-01:00' | holds
                    {'second(d)':5}      | '2024-12-31T23:30:05-01:00' | holds
                    {'weekday(d)':0}     | '2024-03-31'                | holds
                    {'week(d)':1}        | '2024-12-29'                | holds
                    {'week(d)':52}       | '2024-12-28'                | holds
                    {'year(d)':{'_gt':1}} | 'soon'                     | required
                    {'count(d)':2}       | [1,2]                       | holds
                    {'count(d)':{'_gt':1}} | 'xy'                      | required
                    {'count(d)':{'_null':true}} | {}                   | holds
                    """)
    void applyFunctionsToFields(String filter, String value, String expected) {
        var errors = Filters.condition("{'o':" + filter + "}", "{'o':{'d':" + value + "}}");
        assertThat(
                        errors.isEmpty()
                                ? "holds"
                                : errors.get(0).json().at("/extensions/type").asText())
                .isEqualTo(expected);
    }

    @Test
    void daysOfFunctionsAreThoseOfTheProcessZone() {
        var payload = Filters.json("{'d':'2024-06-30T23:30:00Z'}");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(Filters.condition(Filters.parse("{'day(d)':1,'month(d)':6,'weekday(d)':1}"), payload, berlin))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}           | Cannot read properties of undefined (reading 'split')
                    {'d':null}   | Cannot read properties of null (reading 'split')
                    {'d':5}      | dateString.split is not a function
                    """)
    void datesOfFunctionsMustBeThere(String payload, String message) {
        assertThatThrownBy(() -> Filters.condition("{'year(d)':1}", payload))
                .isInstanceOfSatisfying(
                        FilterException.class, e -> assertThat(e.error().name()).isEqualTo("TypeError"))
                .hasMessage(message);
    }

    @Test
    void anEmptyFilterIsAnError() {
        assertThatThrownBy(() -> Filters.condition("{}", "{}"))
                .hasMessage("[generateJoi] Filter doesn't contain field key. Passed filter: {}");
        assertThatThrownBy(() -> Filters.condition("{'_and':[{}]}", "{}")).isInstanceOf(FilterException.class);
    }

    @Test
    void groupsMustBeLists() {
        assertThatThrownBy(() -> Filters.parse("{'_or':{'a':1}}")).isInstanceOf(FilterException.class);
    }

    @Test
    void extensionsKeepTheirOrderOfMembers() {
        assertThat(Json.write(Filters.condition("{'$trigger':{'body':{'x':2}}}", "{'$trigger':{'body':{'x':1}}}")
                        .get(0)
                        .toNode()))
                .isEqualTo("{\"name\":\"DirectusError\",\"extensions\":{\"field\":\"$trigger\","
                        + "\"path\":[\"body\",\"x\"],\"type\":\"in\",\"valid\":[2,\"2\"]},"
                        + "\"code\":\"FAILED_VALIDATION\",\"status\":400}");
    }

    @Test
    void membersOfErrorsCanBeTested() {
        var payload = JsonNodeFactory.instance.objectNode();
        payload.set("op", ErrorValue.known("FORBIDDEN", 403, "no", null).toNode());
        var filter = Filters.parse("{'op':{'code':'FORBIDDEN','status':{'_gte':400},'message':'no'}}");
        assertThat(Filters.condition(filter, payload, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void numericKeysAddressEntriesOfArrays() {
        assertThat(Filters.condition("{'rows':{'1':{'qty':{'_gt':1}}}}", "{'rows':[{},{'qty':2}]}"))
                .isEmpty();
    }

    @Test
    void theStrictSettingSharesTheFaultsOfDirectus() {
        assertThat(strict("{'rows':{'0':1}}", "{'rows':[1]}"))
                .extracting(ErrorValue::message)
                .containsExactly("Validation failed for field \"rows\". Value is required.");
        assertThat(strict("{'n':{'_nbetween':[1,5]}}", "{'n':9}")).hasSize(1);
        assertThatThrownBy(() -> strict("{'s':{'_contains':'x'}}", "{'s':[]}"))
                .hasMessage("Couldn't extract validation error type from Joi validation error item");
    }

    @Test
    void filtersEndAtTwoHundredLevels() {
        assertThat(Filters.condition("{'a':".repeat(199) + "1" + "}".repeat(199), "{}"))
                .hasSize(1);
        assertThatThrownBy(() -> Filters.parse("{'a':".repeat(490) + "1" + "}".repeat(490)))
                .isInstanceOf(FilterException.class)
                .hasMessage("The filter is nested deeper than 200 levels");
        assertThat(Filter.problems(Filters.json("{'a':".repeat(490) + "1" + "}".repeat(490))))
                .extracting(FilterProblem::message)
                .containsExactly("Filters end at 200 levels");
    }

    @Test
    void valuesAsDeepAsJsonMayBeAreCompared() {
        String deep = "{'a':".repeat(490) + "1" + "}".repeat(490);
        assertThat(Filters.condition("{'v':{'_eq':{'a':1}}}", "{'v':" + deep + "}"))
                .hasSize(1);
    }

    private static List<ErrorValue> strict(String filter, String payload) {
        var settings = new PayloadValidator.Settings(true, true);
        return new PayloadValidator(settings, Filters.CLOCK, ZoneOffset.UTC)
                .validate(Filters.parse(filter), Filters.json(payload));
    }
}
