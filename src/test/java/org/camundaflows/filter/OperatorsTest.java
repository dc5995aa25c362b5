package org.camundaflows.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneId;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'_eq':5}              | 5       | holds
                    {'_eq':5}              | 5.0     | holds
                    {'_eq':5}              | '5'     | holds
                    {'_eq':5}              | '5.0'   | {'in','valid':[5,'5']}
                    {'_eq':'5'}            | 5       | holds
                    {'_eq':'05'}           | 5       | holds
                    {'_eq':'05'}           | 6       | {'in','valid':['05',5]}
                    {'_eq':0}              | false   | {'in','valid':[0,'0']}
                    {'_eq':9007199254740993} | 9007199254740992 | {'in','valid':[9007199254740993,'9007199254740993']}
                    {'_eq':true}           | 'true'  | {'eq','valid':true}
                    {'_eq':'a'}            | 'A'     | {'eq','valid':'a'}
                    {'_eq':null}           | ''      | {'null'}
                    {'_eq':''}             | null    | {'empty'}
                    {'_eq':''}             | 0       | {'empty'}
                    {'_eq':{'a':[1,{'b':2}]}} | {'a':[1.0,{'b':2}]} | holds
                    {'_eq':{'a':1}}        | {'a':1,'b':2} | {'eq','valid':{'a':1}}
                    {'_neq':'a'}           | 'b'     | holds
                    {'_neq':'a'}           | 'a'     | {'neq','invalid':'a'}
                    {'_neq':5}             | '5'     | {'nin','invalid':[5,'5']}
                    {'_neq':null}          | null    | {'nnull'}
                    {'_neq':''}            | ''      | {'nempty'}
                    {'_in':['a',1]}        | 1       | holds
                    {'_in':['a',1]}        | '1'     | {'in','valid':['a',1]}
                    {'_in':[1,1.0]}        | 2       | {'eq','valid':1}
                    {'_in':'a,b'}          | 'b'     | holds
                    {'_in':{'x':'a','y':'b'}} | 'b'  | holds
                    {'_in':7}              | 7       | holds
                    {'_in':[]}             | 'x'     | holds
                    {'_in':[null]}         | 1       | {'null'}
                    {'_nin':['a','b']}     | 'b'     | {'nin','invalid':['a','b']}
                    {'_nin':['a']}         | 'a'     | {'neq','invalid':'a'}
                    {'_nin':[]}            | 'a'     | holds
                    {'_lt':'10'}           | 9.5     | holds
                    {'_lt':'10'}           | '9'     | holds
                    {'_lt':'10'}           | 10      | {'lt','valid':10}
                    {'_lte':10.5}          | 11      | {'lte','valid':10.5}
                    {'_gt':null}           | 0       | {'gt','valid':0}
                    {'_gt':true}           | 1       | {'gt','valid':1}
                    {'_gt':1}              | true    | {'required'}
                    {'_gt':1}              | 'many'  | {'required'}
                    {'_gt':1}              | '0x10'  | {'required'}
                    {'_gt':1}              | null    | {'required'}
                    {'_gt':1}              | 9007199254740992 | {'unsafe'}
                    {'_gt':1}              | '2.12345678901234567890' | {'unsafe'}
                    {'_gt':1}              | '1e999999999999' | {'unsafe'}
                    {'_gt':1}              | ' 2.50 ' | holds
                    {'_gte':'2024-01-01'}  | '2024-01-01T00:00:00Z' | holds
                    {'_gte':'2024-01-02'}  | '2024-01-01' | {'gte','valid':'2024-01-02T00:00:00.000Z'}
                    {'_gt':'2024-01-01'}   | 1704067200001 | holds
                    {'_gt':'2024-01-01'}   | '1704067200000' | {'gt','valid':'2024-01-01T00:00:00.000Z'}
                    {'_gt':'2024-01-01'}   | 'soon'  | {'required'}
                    {'_gt':'2024-01-01'}   | false   | {'required'}
                    {'_lt':'now'}          | '2024-03-31T11:59:59Z' | holds
                    {'_lt':'now'}          | '2024-03-31T12:00:01Z' | {'lt','valid':'now'}
                    {'_between':[1,5]}     | 5       | holds
                    {'_between':'1,5'}     | 6       | {'lte','valid':5}
                    {'_between':[5,1]}     | 3       | {'gte','valid':5} {'lte','valid':1}
                    {'_between':['2024-01-01','2024-02-01']} | '2024-01-15' | holds
                    {'_nbetween':[1,5]}    | 6       | holds
                    {'_nbetween':[1,5]}    | 5       | {'lt','valid':1} {'gt','valid':5}
                    {'_null':false}        | null    | holds
                    {'_null':true}         | 0       | {'null'}
                    {'_nnull':true}        | null    | {'nnull'}
                    {'_empty':true}        | ''      | holds
                    {'_empty':true}        | null    | {'empty'}
                    {'_nempty':true}       | null    | holds
                    {'_nempty':true}       | ''      | {'nempty'}
                    {'_contains':'cat'}    | 'tomcat' | holds
                    {'_contains':'cat'}    | 'Cat'   | {'contains','substring':'cat'}
                    {'_contains':'cat'}    | ['dog','tomcat'] | holds
                    {'_contains':'cat'}    | [1]     | {'contains','substring':'cat'}
                    {'_contains':'cat'}    | 5       | {'contains','substring':'cat'}
                    {'_contains':''}       | ''      | {'contains','substring':''}
                    {'_contains':5}        | true    | holds
                    {'_contains':5}        | '5'     | {'eq','valid':true}
                    {'_icontains':'CAT'}   | 'tomcat' | holds
                    {'_icontains':'CAT'}   | 'dog'   | {'contains','substring':'CAT'}
                    {'_ncontains':'cat'}   | 'tomcat' | {'ncontains','substring':'cat'}
                    {'_ncontains':'cat'}   | ['dog'] | holds
                    {'_ncontains':'cat'}   | ['cat'] | {'ncontains','substring':'cat'}
                    {'_ncontains':'cat'}   | null    | {'ncontains','substring':'cat'}
                    {'_starts_with':'a.b'} | 'axb'   | {'starts_with','substring':'a\\\\.b'}
                    {'_starts_with':'a.b'} | 'a.bc'  | holds
                    {'_starts_with':'a'}   | 5       | {'required'}
                    {'_starts_with':'a'}   | ''      | {'starts_with','substring':'a'}
                    {'_nstarts_with':'a'}  | 'ab'    | {'nstarts_with','substring':'a'}
                    {'_istarts_with':'AB'} | 'abc'   | holds
                    {'_nistarts_with':'AB'} | 'abc'  | {'nistarts_with','substring':'AB'}
                    {'_ends_with':null}    | 'x'     | {'eq','valid':true}
                    {'_ends_with':'.pdf'}  | 'x.PDF' | {'ends_with','substring':'\\\\.pdf'}
                    {'_nends_with':'x'}    | 'ax'    | {'nends_with','substring':'x'}
                    {'_iends_with':'.PDF'} | 'x.pdf' | holds
                    {'_iends_with':'long'} | 'ng'    | {'iends_with','substring':'long'}
                    {'_niends_with':'X'}   | 'ax'    | {'niends_with','substring':'X'}
                    {'_regex':'^a+$'}      | 'aa'    | holds
                    {'_regex':'/^a+$/'}    | 'ab'    | {'regex','invalid':'ab'}
                    {'_regex':'^$'}        | ''      | holds
                    {'_regex':'a'}         | 1       | {'required'}
                    {'_regex':1}           | 'a'     | {'eq','valid':true}
                    {'_submitted':true}    | null    | holds
                    {'_foo':1}             | 'x'     | holds
                    {'_json':{'a':1}}      | 'x'     | holds
                    {'_some':{'a':1}}      | []      | holds
                    {}                     | null    | holds
                    'a'                    | 'a'     | holds
                    """)
    void decide(String rule, String value, String expected) {
        var errors = Filters.condition("{'v':" + rule + "}", "{'v':" + value + "}");
        assertThat(Filters.outcome(errors)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'_eq':['x']}      | AssertError | Method no longer accepts array arguments: valid
                    {'_neq':['x']}     | AssertError | Method no longer accepts array arguments: invalid
                    {'_in':[[['x']]]}  | AssertError | Method no longer accepts array arguments: valid
                    {'_gt':'abc'}      | AssertError | date must have a valid date format or reference
                    {'_gt':{}}         | AssertError | date must have a valid date format or reference
                    {'_between':[1]}   | AssertError | limit must be a number or reference
                    {'_regex':'('}     | SyntaxError | Invalid regular expression: /(/: Unterminated group
                    null               | TypeError   | Cannot convert undefined or null to object
                    """)
    void refuseOperandsEvenWhenTheFieldIsMissing(String rule, String name, String message) {
        assertThatThrownBy(() -> Filters.condition("{'v':" + rule + "}", "{}"))
                .isInstanceOfSatisfying(FilterException.class, e -> {
                    assertThat(e.error().name()).isEqualTo(name);
                    assertThat(e.error().message()).isEqualTo(message);
                });
    }

    @Test
    void operandErrorsShowTheirNameToCallers() {
        assertThatThrownBy(() -> Filters.condition("{'v':{'_eq':[]}}", "{}"))
                .isInstanceOfSatisfying(
                        FilterException.class,
                        e -> assertThat(Json.write(e.error().toNode())).isEqualTo("{\"name\":\"AssertError\"}"));
    }

    @Test
    void datesAndNumbersOfScriptsAreValuesToo() {
        var payload = JsonNodeFactory.instance.objectNode();
        payload.set("v", new DateValue(Instant.parse("2024-06-01T00:00:00Z")).toNode());
        payload.set("n", DoubleNode.valueOf(Double.NaN));
        ZoneId zone = ZoneId.of("Europe/Berlin");

        assertThat(Filters.condition(Filters.parse("{'v':{'_gt':'2024-05-01'}}"), payload, zone))
                .isEmpty();
        assertThat(Filters.condition(Filters.parse("{'year(v)':2024}"), payload, zone))
                .isEmpty();
        assertThat(Filters.condition(Filters.parse("{'v':{'_lt':'2024-01-15T00:00'}}"), payload, zone))
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .endsWith("than \"Mon Jan 15 2024 00:00:00 GMT+0100 (Central European Standard Time)\"."));
        assertThat(Filters.outcome(Filters.condition(Filters.parse("{'n':{'_gte':0}}"), payload, zone)))
                .contains("required");
    }

    @Test
    void aLongListIsLookedUpAtOnce() {
        var list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 200_000; i++) {
            list.add("entry-" + i);
        }
        var filter = JsonNodeFactory.instance.objectNode();
        filter.putObject("v").set("_nin", list);
        var parsed = Filter.parse(filter, Filters.variables(list.nullNode()), Filter.Use.CONDITION);

        assertThat(Filters.condition(parsed, Filters.json("{'v':'other'}"), ZoneId.of("UTC")))
                .isEmpty();
    }

    @Test
    void aRegexThatTakesTooMuchWorkIsAnError() {
        String payload = "{'v':'" + "a".repeat(3000) + "!'}";
        assertThatThrownBy(() -> Filters.condition("{'v':{'_regex':'^(a+)+\\\\1$'}}", payload))
                .hasMessage("The regular expression takes too much work for this value");
    }
}
