package org.camundaflows.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'n':5}                                   | n _eq 5
                    {'n':{'_gt':1,'_lt':3}}                   | and(n _gt 1, n _lt 3)
                    {'a':{'b':{'_eq':1},'c':{'_eq':2}}}       | and(a/b _eq 1, a/c _eq 2)
                    {'b':{'_or':[{'c':1},{'d':2}]}}           | or(b/c _eq 1, b/d _eq 2)
                    {'a':1,'_or':[{'b':2}]}                   | and(a _eq 1, or(b _eq 2))
                    {'a':{'b':{'_and':[{'_or':[{'c':1}]}]}}}  | and(or(a/b/c _eq 1))
                    {'n':{'_in':'1,2'}}                       | n _in ["1","2"]
                    {'n':{'_between':{'a':1,'b':2}}}          | n _between [1,2]
                    {'n':{'_nin':5}}                          | n _nin [5]
                    {'n':{}}                                  | n ?
                    {'n':{'_foo':1}}                          | n ?_foo
                    {}                                        | empty
                    {'c':{'_some':{'a':1,'b':2}}}             | c SOME(and(a _eq 1, b _eq 2))
                    {'c':{'_none':{}}}                        | c NONE(empty)
                    {'a':{'year(d)':{'_eq':1}}}               | a/year(d) _eq 1
                    """)
    void bringsFiltersIntoNormalForm(String filter, String expected) {
        assertThat(show(Filters.parse(filter))).isEqualTo(expected);
    }

    @Test
    void fieldsKnowTheirFunctions() {
        FieldPath path = new FieldPath(List.of("a", "year(d)"));
        assertThat(path.function()).contains(FieldFunction.YEAR);
        assertThat(path.field()).isEqualTo("d");
        assertThat(path.parents()).containsExactly("a");
        FieldPath unknown = new FieldPath(List.of("foo(d)"));
        assertThat(unknown.function()).isEmpty();
        assertThat(unknown.field()).isEqualTo("foo(d)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    $CURRENT_USER          | "u"
                    $CURRENT_ROLE          | "r"
                    $CURRENT_ROLES         | ["p","r"]
                    $CURRENT_POLICIES      | null
                    $CURRENT_USER.email    | null
                    $NOW                   | "2024-03-31T12:00:00.000Z"
                    $NOWx                  | "2024-03-31T12:00:00.000Z"
                    $NOW(-1 day)           | "2024-03-30T12:00:00.000Z"
                    $NOW(2)                | "2024-04-02T12:00:00.000Z"
                    $NOW(+1.5h)            | "2024-03-31T13:30:00.000Z"
                    $NOW(90 mins)          | "2024-03-31T13:30:00.000Z"
                    $NOW(10s)              | "2024-03-31T12:00:10.000Z"
                    $NOW(250 msecs)        | "2024-03-31T12:00:00.250Z"
                    $NOW(-1 Month)         | "2024-02-29T12:00:00.000Z"
                    $NOW(1 mo)             | "2024-04-30T12:00:00.000Z"
                    $NOW(-2 weeks)         | "2024-03-17T12:00:00.000Z"
                    $NOW(1 yr)             | "2025-03-31T12:00:00.000Z"
                    $NOW()                 | "2024-03-31T12:00:00.000Z"
                    $NOW(soon)             | "2024-03-31T12:00:00.000Z"
                    $NOW(999999999999 y)   | "2024-03-31T12:00:00.000Z"
                    x$NOW                  | "x$NOW"
                    """)
    void replacesDynamicVariables(String text, String expected) {
        var accountability = Filters.json("{'user':'u','role':'r','roles':['p','r']}");
        var operands = new Operands(Filters.variables(accountability), Filter.Use.CONDITION);
        assertThat(Json.write(operands.of(Operator.GT, TextNode.valueOf(text)))).isEqualTo(expected);
    }

    @Test
    void flattensVariablesInLists() {
        var accountability = Filters.json("{'roles':['p','r']}");
        var operands = new Operands(Filters.variables(accountability), Filter.Use.CONDITION);
        assertThat(Json.write(operands.of(Operator.IN, Filters.json("['x','$CURRENT_ROLES']"))))
                .isEqualTo("[\"x\",\"p\",\"r\"]");
        assertThat(Json.write(operands.of(Operator.IN, TextNode.valueOf("$CURRENT_ROLES"))))
                .isEqualTo("[\"p\",\"r\"]");
    }

    @Test
    void variablesAreNullWithoutACaller() {
        assertThat(Filters.condition("{'v':{'_eq':'$CURRENT_USER'}}", "{'v':null}"))
                .isEmpty();
    }

    private static String show(Filter filter) {
        if (filter instanceof Filter.And and) {
            return "and(" + show(and.members()) + ")";
        }
        if (filter instanceof Filter.Or or) {
            return "or(" + show(or.members()) + ")";
        }
        if (filter instanceof Filter.Rule rule) {
            return show(rule.field()) + " " + rule.operator().key() + " " + Json.write(rule.operand());
        }
        if (filter instanceof Filter.Presence presence) {
            return show(presence.field()) + " ?" + presence.operator();
        }
        if (filter instanceof Filter.Related related) {
            return show(related.field()) + " " + related.quantifier() + "(" + show(related.filter()) + ")";
        }
        return "empty";
    }

    private static String show(List<Filter> filters) {
        return String.join(", ", filters.stream().map(FilterParserTest::show).toList());
    }

    private static String show(FieldPath path) {
        return String.join("/", path.segments());
    }
}
