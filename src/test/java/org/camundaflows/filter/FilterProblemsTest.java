package org.camundaflows.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterProblemsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "'{{ $trigger.body.filter }}'",
                "'{\\\"a\\\":{\\\"_eq\\\":1}}'",
                "{'$trigger':{'body':{'n':{'_gte':1,'_lte':'{{ $trigger.body.max }}'}}}}",
                "{'_or':[{'a':1},{'b':{'_or':[{'_eq':1},2,{}]}}]}",
                "{'_and':'{{ list }}'}",
                "{'_and':['{{ one }}']}",
                "{'a':{'_between':['$NOW(-1 day)','$NOW']}}",
                "{'a':{'_between':['{{ from }}','{{ to }}']}}",
                "{'a':{'_regex':'{{ pattern }}('}}",
                "{'a':{'_in':['{{ x }}','y']}}",
                "{'a':{'_contains':'$CURRENT_USER'}}",
                "{'a':{'_null':true},'b':{},'count(rows)':{'_gt':0},'c':'x'}",
            })
    void areNoneInGoodFilters(String filter) {
        assertThat(Filter.problems(Filters.json(filter))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    5                                 | []                  | A filter is an object
                    {}                                | []                  | An empty filter always rejects
                    {'$trigger.body.n':{'_eq':1}}     | [$trigger.body.n]   | A key with dots is one name
                    {'a':{'b.c':1}}                   | [a, b.c]            | A key with dots is one name
                    {'{{ key }}':1}                   | [{{ key }}]         | Keys are not rendered
                    {'a':{'_foo':1}}                  | [a, _foo]           | "_foo" is no operator
                    {'a':{'_json':{}}}                | [a, _json]          | "_json" is no operator
                    {'_eq':1}                         | [_eq]               | An operator stands below a field
                    {'a':null}                        | [a]                 | null is no rule
                    {'a':[1]}                         | [a]                 | A list is no rule
                    {'_or':{'a':1}}                   | [_or]               | "_or" takes a list
                    {'_or':[{'a':1},5]}               | [_or, 1]            | A filter is expected here
                    {'_or':[{}]}                      | [_or, 0]            | A filter is expected here
                    {'a':{'_and':[null]}}             | [a, _and, 0]        | A filter is expected here
                    {'a':{'_eq':[1]}}                 | [a, _eq]            | "_eq" does not take this value: Method
                    {'a':{'_gt':'abc'}}               | [a, _gt]            | "_gt" does not take this value: date must
                    {'a':{'_between':[1]}}            | [a, _between]       | "_between" does not take this value: limit
                    {'a':{'_regex':'('}}              | [a, _regex]         | "_regex" does not take this value: Invalid reg
                    {'a':{'_contains':5}}             | [a, _contains]      | "_contains" takes a text
                    {'_and':[{'a':{'_or':[{'_x':1}]}}]} | [_and, 0, a, _or, 0, _x] | "_x" is no operator
                    """)
    void nameThePlaceAndTheRule(String filter, String path, String message) {
        assertThat(Filter.problems(Filters.json(filter))).singleElement().satisfies(problem -> {
            assertThat(problem.path()).hasToString(path);
            assertThat(problem.message()).startsWith(message);
        });
    }

    @Test
    void areAllReportedInOrder() {
        assertThat(Filter.problems(Filters.json("{'a':null,'b':{'_x':1,'_regex':'['}}")))
                .extracting(FilterProblem::path)
                .containsExactly(List.of("a"), List.of("b", "_x"), List.of("b", "_regex"));
    }

    @Test
    void includeTextThatIsNoJson() {
        assertThat(Filter.problems(TextNode.valueOf("{ nope")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("The text is not JSON"));
    }
}
