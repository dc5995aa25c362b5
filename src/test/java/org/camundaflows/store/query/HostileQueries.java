package org.camundaflows.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.camundaflows.store.error.ItemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class HostileQueries extends ItemReading {

    private static final List<String> ATTACKS = List.of(
            "x\" or 1=1 --",
            "x' or '1'='1",
            "id\"; drop table \"items\".\"articles\"; --",
            "id) from \"items\".\"directus_users\" --",
            "\\",
            "x\\' or 1=1 --",
            "$$; drop table articles; $$",
            "{0}",
            "?",
            "/* */",
            ":name",
            "a.b\".c",
            "title\u0000",
            "");

    @Override
    World world() throws IOException {
        return World.shop("shop");
    }

    @AfterEach
    void allIsStillThere() {
        assertThat(reader.count("articles", Query.DEFAULT, rights("admin"))).isEqualTo(5);
        assertThat(reader.count("directus_users", Query.DEFAULT, rights("admin")))
                .isEqualTo(4);
    }

    private void refused(ObjectNode query, String collection) {
        assertThatExceptionOfType(ItemException.class)
                .as("%s %s", collection, query)
                .isThrownBy(() -> reader.read(collection, QueryReader.sanitised(query), rights("editor")));
    }

    private static ObjectNode query() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void namesThatAreNoneAreRefused() {
        for (String attack : ATTACKS) {
            refused(query(), attack);
            if (!attack.isEmpty()) {
                refused(with("fields", attack), "articles");
                refused(with("fields", "author." + attack), "articles");
                refused(with("fields", "year(" + attack + ")"), "articles");
                refused(with("fields", "json(" + attack + ",a)"), "articles");
                refused(with("sort", attack), "articles");
                refused(with("sort", "-author." + attack), "articles");
                refused(with("sort", "count(" + attack + ")"), "articles");
                refused(with("groupBy", attack), "articles");
            }
            ObjectNode filter = query();
            filter.putObject("filter").putObject(attack).put("_eq", 1);
            refused(filter, "articles");
            ObjectNode nested = query();
            nested.putObject("filter").putObject("author").putObject(attack).put("_eq", 1);
            refused(nested, "articles");
            ObjectNode aggregate = query();
            aggregate.putObject("aggregate").putArray("sum").add(attack + "x");
            refused(aggregate, "articles");
            ObjectNode function = query();
            function.putObject("aggregate").put(attack, "id");
            refused(function, "articles");
            ObjectNode alias = with("fields", "x");
            alias.putObject("alias").put("x", attack + "x");
            refused(alias, "articles");
        }
    }

    private static ObjectNode with(String key, String text) {
        ObjectNode query = query();
        query.putArray(key).add(text);
        return query;
    }

    @Test
    void valuesAreNeverSql() {
        for (String attack : ATTACKS) {
            if (attack.indexOf(0) >= 0) {
                continue;
            }
            for (String operator : List.of("_eq", "_contains", "_starts_with", "_iends_with")) {
                ObjectNode filter = query();
                filter.putObject("filter").putObject("title").put(operator, "~" + attack);
                assertThat(items(filter)).as(filter.toString()).isEmpty();
            }
            ObjectNode search = query();
            search.put("search", "~" + attack);
            assertThat(items(search)).isEmpty();
            ObjectNode in = query();
            ArrayNode list = in.putObject("filter").putObject("title").putArray("_in");
            for (int i = 0; i < 30; i++) {
                list.add(attack + i);
            }
            assertThat(items(in)).isEmpty();
        }
    }

    @Test
    void pathsIntoJsonAreNeverSql() {
        for (String attack : ATTACKS) {
            if (attack.isEmpty() || attack.indexOf(0) >= 0) {
                continue;
            }
            ObjectNode filter = query();
            filter.putObject("filter")
                    .putObject("meta")
                    .putObject("_json")
                    .putObject(attack)
                    .put("_eq", "x");
            assertThat(items(filter)).as(attack).isEmpty();
        }
        reads(
                "articles",
                "{'fields':\"json(meta,x') or 1=1)\",'filter':{'id':1}}"
                        .replace("\"", "'")
                        .replace("x')", "x)"),
                "[{'meta_x) or 1=1_json':null}]");
    }

    private JsonNode items(ObjectNode query) {
        return reader.read("articles", QueryReader.sanitised(query), rights("admin"));
    }

    @Test
    void namesOfResultsMayBeAnything() {
        ObjectNode query = query();
        query.putArray("fields").add("x\"; drop table articles; --");
        query.putObject("alias").put("x\"; drop table articles; --", "title");
        query.putObject("filter").put("id", 1);
        assertThat(items(query).get(0).path("x\"; drop table articles; --").asText())
                .isEqualTo("Alpine Lakes");
    }

    @Test
    void aHundredLevelsAreRead() {
        String path = "author.articles.".repeat(50) + "id";
        assertThat(read("admin", "articles", "{'fields':'" + path + "','filter':{'id':2}}"))
                .hasSize(1);
        StringBuilder filter = new StringBuilder("{'id':2}");
        for (int i = 0; i < 20; i++) {
            filter.insert(0, "{'author':{'articles':").append("}}");
        }
        assertThat(read("admin", "articles", "{'fields':'id','filter':" + filter + "}"))
                .hasSize(1);
    }

    @Test
    void tooManyLevelsAreRefused() {
        refuses("articles", "{'fields':'" + "*.".repeat(100) + "*'}", "Invalid query. Max relational depth exceeded.");
        StringBuilder groups = new StringBuilder("{'id':2}");
        for (int i = 0; i < 220; i++) {
            groups.insert(0, "{'_and':[").append("]}");
        }
        refuses("articles", "{'filter':" + groups + "}", "Invalid query. The filter is nested deeper than 200 levels.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'limit':1e400}",
                "{'limit':-99999999999}",
                "{'offset':-5,'page':-3}",
                "{'page':99999999999,'limit':99999999999}",
                "{'fields':{'a':1},'sort':{'a':1},'deep':'x','alias':[],'aggregate':5,'search':{},'groupBy':5.5}",
                "{'filter':5}",
                "{'filter':[]}",
                "{'filter':{'_and':{}}}",
                "{'filter':'no json'}",
                "{'filter':{'id':{'_in':{}}}}",
                "{'filter':{'id':{'_eq':{}}}}",
                "{'filter':{'id':{'_eq':[1,2]}}}",
                "{'filter':{'id':1e400}}",
                "{'filter':{'id':99999999999999999999999}}",
                "{'filter':{'title':{'_contains':{}}}}",
                "{'filter':{'published_at':{'_eq':99999999999999999}}}",
                "{'filter':{'publish_date':{'_eq':'9999999-99-99'}}}",
                "{'filter':{'meta':{'_json':[]}}}",
                "{'filter':{'meta':{'_json':{'':1}}}}",
                "{'filter':{'meta':{'_json':{'a':{'_b':1}}}}}",
                "{'filter':{'meta':{'_json':{'views':{'_gt':'x'}}}}}",
                "{'filter':{'title':{'_eq':'a\\u0000b'}}}",
                "{'search':'a\\u0000b'}",
                "{'sort':''}",
                "{'sort':'-'}",
                "{'sort':'.'}",
                "{'fields':'.'}",
                "{'fields':'*.'}",
                "{'fields':'comments..id'}",
                "{'fields':'()'}",
                "{'fields':'count()'}",
                "{'fields':'json()'}",
                "{'fields':':'}",
                "{'fields':'author:authors.name'}",
                "{'sort':'comments'}",
                "{'groupBy':'comments'}",
                "{'aggregate':{'count':'comments'}}",
                "{'alias':{'x':5},'fields':'x'}",
                "{'deep':{'comments':{'_limit':'x','_sort':5}},'fields':'comments.id'}",
            })
    void oddQueriesAreReadOrRefused(String query) {
        try {
            assertThat(read("editor", "articles", query)).isNotNull();
        } catch (ItemException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
