package org.camundaflows.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.camundaflows.store.error.ItemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {

    private static Query sanitised(String json) {
        return QueryReader.sanitised(ItemReading.json(json));
    }

    @Test
    void listsAreArraysOrTextWithCommas() {
        Query query = sanitised("{'fields':'a, b,json(meta,c),,','sort':['-a','b,c'],'groupBy':'x,year(y)'}");
        assertThat(query.fields()).containsExactly("a", "b", "json(meta,c)");
        assertThat(query.sort()).containsExactly("-a", "b", "c");
        assertThat(query.groupBy()).containsExactly("x", "year(y)");
    }

    @Test
    void objectsMayBeJsonText() {
        Query query =
                sanitised("{'filter':'{\\u0022id\\u0022:1}','deep':'{\\u0022a\\u0022:{}}','aggregate':'no json'}");
        assertThat(query.filter().path("id").intValue()).isEqualTo(1);
        assertThat(query.deep().has("a")).isTrue();
        assertThat(query.aggregate()).isEmpty();
    }

    @Test
    void numbersAreTakenAsTheyCome() {
        assertThat(sanitised("{'limit':'7'}").limit()).isEqualTo(7);
        assertThat(sanitised("{'limit':'many'}").limit()).isEqualTo(-1);
        assertThat(sanitised("{'limit':null}").limit()).isNull();
        assertThat(sanitised("{}").limit()).isNull();
        assertThat(sanitised("{'offset':'x','page':'2'}").offset()).isNull();
        assertThat(sanitised("{'page':'2'}").page()).isEqualTo(2);
    }

    @Test
    void whatIsUnknownIsIgnored() {
        assertThat(sanitised("{'colour':'red','version':'x'}")).isEqualTo(Query.DEFAULT);
        assertThat(QueryReader.sanitised(NullNode.getInstance())).isEqualTo(Query.DEFAULT);
        assertThat(QueryReader.sanitised(TextNode.valueOf("x"))).isEqualTo(Query.DEFAULT);
    }

    @Test
    void backlinksAreFollowedUnlessTheQuerySaysNo() {
        assertThat(sanitised("{}").backlink()).isTrue();
        assertThat(sanitised("{'backlink':false}").backlink()).isFalse();
        assertThat(sanitised("{'backlink':'false'}").backlink()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'limit':'many'} | \"limit\" must be a number",
                "{'limit':[5]} | \"limit\" must be a number",
                "{'limit':1.5} | \"limit\" must be an integer",
                "{'limit':'-2'} | \"limit\" must be greater than or equal to -1",
                "{'offset':-1} | \"offset\" must be greater than or equal to 0",
                "{'page':0} | \"page\" must be greater than or equal to 1",
                "{'fields':{'a':1}} | \"fields\" must be a string or array",
                "{'sort':{'a':1}} | \"sort\" must be a string or array",
                "{'filter':'no json'} | Invalid JSON for filter object",
                "{'fields':'a.b.c.d.e.f.g.h.i.j.k'} | Max relational depth exceeded",
                "{'filter':{'a':{'b':{'c':{'d':{'e':{'f':{'g':{'h':{'i':{'j':{'k':1}}}}}}}}}}}} | Max relational depth exceeded",
                "{'deep':{'a':{'b':{'c':{'d':{'e':{'f':{'g':{'h':{'i':{'j':{'k':{}}}}}}}}}}}}} | Max relational depth exceeded",
                "{'filter':{'a':{'_eq':''}}} | You can't filter for an empty string in \"_eq\". Use \"_empty\" or \"_nempty\" instead",
                "{'filter':{'_and':[{'a':{'_in':[]}}]}} | \"_in\" has to be an array of values",
                "{'filter':{'a':{'_null':'maybe'}}} | \"_null\" has to be a boolean",
                "{'filter':{'a':{'_eq':{'x':1}}}} | The filter value for \"_eq\" has to be a string, number, or boolean",
                "{'filter':{'_or':{}}} | \"_or\" has to be an array of filters",
                "{'alias':{'a.b':'c'}} | \"alias\" key can't contain a period character \".\"",
                "{'alias':{'a':'b.c'}} | \"alias\" value can't contain a period character \".\"",
            })
    void whatIsWrongIsRefused(String query, String reason) {
        assertThatExceptionOfType(ItemException.class)
                .isThrownBy(() -> QueryReader.validated(ItemReading.json(query)))
                .withMessage("Invalid query. " + reason + ".");
    }

    @Test
    void whatIsRightIsRead() {
        Query query = QueryReader.validated(
                ItemReading.json(
                        "{'limit':'-1','page':'1','fields':'a.b','filter':{'a':{'_in':[1],'_null':true},'b':null},'alias':{'x':'y'}}"));
        assertThat(query.limit()).isEqualTo(-1);
        assertThat(query.fields()).containsExactly("a.b");
    }
}
