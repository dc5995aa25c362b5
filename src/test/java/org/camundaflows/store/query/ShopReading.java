package org.camundaflows.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.ZoneOffset;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

abstract class ShopReading extends ItemReading {

    @Override
    World world() throws IOException {
        return World.shop("shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'price':{'_between':[3,7.25]}} | 2,5",
                "{'stock':{'_nbetween':[0,10]}} | 4",
                "{'price':{'_gt':3}} | 1,2,4",
                "{'price':{'_lt':'7.26'}} | 2,5",
                "{'stock':{'_gte':3.5}} | 1,4",
                "{'author':{'_neq':1}} | 2,5",
                "{'author':{'_eq':null}} | 4",
                "{'author':{'_neq':null}} | 1,2,3,5",
                "{'author':null} | 1,2,3,4,5",
                "{'slug':{'_null':true}} | 5",
                "{'slug':{'_null':false}} | 1,2,3,4",
                "{'slug':{'_nnull':true}} | 1,2,3,4",
                "{'slug':{'_nnull':false}} | 5",
                "{'body':{'_empty':true}} | 3",
                "{'body':{'_nempty':true}} | 1,2,4,5",
                "{'title':{'_contains':'lakes'}} | ''",
                "{'title':{'_contains':'Lakes'}} | 1",
                "{'title':{'_icontains':'LAKES'}} | 1",
                "{'title':{'_ncontains':'e'}} | ''",
                "{'title':{'_ncontains':'W'}} | 1,2,3",
                "{'title':{'_starts_with':'Bread'}} | 2",
                "{'title':{'_nstarts_with':'Bread'}} | 1,3,4,5",
                "{'title':{'_istarts_with':'bread'}} | 2",
                "{'title':{'_nistarts_with':'bread'}} | 1,3,4,5",
                "{'title':{'_ends_with':'es'}} | 1,3",
                "{'title':{'_nends_with':'s'}} | 2",
                "{'title':{'_iends_with':'HOME'}} | 2",
                "{'title':{'_niends_with':'S'}} | 2",
                "{'title':{'_starts_with':'B%t'}} | 2",
                "{'id':{'_in':[1,'3',99]}} | 1,3",
                "{'id':{'_in':'2,4'}} | 2,4",
                "{'id':{'_in':[]}} | ''",
                "{'id':{'_nin':[]}} | 1,2,3,4,5",
                "{'author':{'_nin':[1,2]}} | 5",
                "{'author':{'_nin':[1,null]}} | ''",
                "{'id':{'_in':[null]}} | ''",
                "{'id':{'_between':[1]}} | 1,2,3,4,5",
                "{'featured':true} | 1,4",
                "{'featured':{'_neq':true}} | 2,3,5",
                "{'featured':{'_eq':'true'}} | 1,4",
                "{'featured':{'_eq':'perhaps'}} | ''",
                "{'_or':[{'id':1},{'id':2}]} | 1,2",
                "{'_or':[]} | 1,2,3,4,5",
                "{'_or':[{'id':1},{}]} | 1,2,3,4,5",
                "{'_and':[]} | 1,2,3,4,5",
                "{} | 1,2,3,4,5",
                "{'stock':{'_gt':0,'_lt':10}} | 3,5",
                "{'published_at':{'_gte':'2023-11-15T17:30:00Z','_lt':'$NOW(-1 year)'}} | 1,2,5",
                "{'published_at':{'_gte':'2023-11-15T18:30:00+01:00'}} | 1,2,5",
                "{'published_at':{'_gt':'$NOW'}} | ''",
                "{'published_at':{'_eq':1709280000000}} | 1",
                "{'publish_date':{'_eq':'2024-03-01'}} | 1",
                "{'publish_date':{'_lte':'2023-11-15T23:00:00Z'}} | 2,4",
                "{'author':{'name':{'_in':['Ada','Cleo']}}} | 1,3,5",
                "{'author':{'name':{'_null':true}}} | 4",
                "{'author':{'articles':{'title':{'_eq':'Compiler Notes'}}}} | 1,3",
                "{'comments':{'score':{'_gte':4}}} | 1,2",
                "{'comments':{'score':{'_gte':4},'approved':{'_eq':false}}} | ''",
                "{'comments':{'id':{'_null':true}}} | 4,5",
                "{'comments':{'_null':true}} | 4,5",
                "{'comments':{'_eq':3}} | 2",
                "{'comments':{'_or':[{'score':5},{'text':{'_eq':'When?'}}]}} | 1,3",
                "{'_or':[{'comments':{'score':5}},{'status':'archived'}]} | 1,4",
                "{'topics':{'topics_id':{'label':{'_eq':'food'}}}} | 2,5",
                "{'topics':{'topics_id':{'_eq':'1190469D-9ea1-4d5e-adfa-488ae13cd434'}}} | 2,5",
                "{'topics':{'topics_id':{'_in':['nothing']}}} | ''",
                "{'comments':{'_some':{'score':{'_gte':5}}}} | 1",
                "{'comments':{'_none':{'approved':{'_eq':true}}}} | 3,4,5",
                "{'comments':{'_none':{}}} | 4,5",
                "{'count(comments)':{'_gt':1}} | 1",
                "{'year(published_at)':{'_eq':2024}} | 1,5",
                "{'weekday(publish_date)':{'_in':[3,5]}} | 1,2,5",
                "{'hour(published_at)':{'_eq':17}} | 2",
                "{'author':{'year(born)':{'_lt':1990}}} | 1,3",
                "{'owner':{'_eq':'$CURRENT_USER'}} | 2",
                "{'owner':{'_eq':'x'}} | ''",
                "{'owner':{'_neq':'x'}} | 1,2,3,5",
                "{'meta':{'_nnull':true}} | 1,2,4,5",
                "{'meta':{'_json':{'views':{'_gt':30}}}} | 1,2",
                "{'meta':{'_json':{'lang':{'_eq':'de'}}}} | 2",
                "{'meta':{'_json':{'lang':'de'}}} | 2",
                "{'meta':{'_json':{'nested.a[1]':{'_eq':2}}}} | 4",
                "{'meta':{'_json':{'lang':{'_in':['en','de']}}}} | 1,2",
                "{'meta':{'_json':{'lang':{'_null':true}}}} | 3,4,5",
                "{'count(meta)':{'_eq':0}} | 1,2,4,5",
            })
    void aFilterFinds(String filter, String ids) {
        StringBuilder expected = new StringBuilder();
        for (String id : ids.equals("''") ? new String[0] : ids.split(",")) {
            expected.append(expected.isEmpty() ? "" : ",")
                    .append("{'id':")
                    .append(id)
                    .append("}");
        }
        reads("articles", "{'fields':'id','sort':'id','filter':" + filter + "}", "[" + expected + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title':{'_gt':'a'}} | \"string\" field type does not contain the \"_gt\" filter operator",
                "{'title':{'_sounds_like':'a'}} | \"string\" field type does not contain the \"_sounds_like\" filter operator",
                "{'stock':{'_contains':'a'}} | \"integer\" field type does not contain the \"_contains\" filter operator",
                "{'meta':{'_eq':'a'}} | \"json\" field type does not contain the \"_eq\" filter operator",
                "{'featured':{'_in':[true]}} | \"boolean\" field type does not contain the \"_in\" filter operator",
                "{'title':{'_regex':'a'}} | \"string\" field type does not contain the \"_regex\" filter operator",
                "{'year(published_at)':{'_contains':'2'}} | \"integer\" field type does not contain the \"_contains\" filter operator",
                "{'stock':{'_gt':'many'}} | Invalid numeric value",
                "{'year(title)':{'_eq':1}} | Invalid function specified \"year\"",
                "{'count(tags)':{'_eq':1}} | Invalid function specified \"count\"",
                "{'author':{'_some':{'id':1}}} | \"_some\" can only be used with top level relational alias field",
                "{'author':{'articles':{'_none':{'id':1}}}} | \"_none\" can only be used with top level relational alias field",
            })
    void aFilterIsRefused(String filter, String reason) {
        refuses("articles", "{'filter':" + filter + "}", "Invalid query. " + reason + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'fields':['colour']} | field \"colour\" in collection \"articles\" or it does not exist. Queried in root",
                "{'fields':['a','b']} | fields \"a\", \"b\" in collection \"articles\" or they do not exist. Queried in root",
                "{'fields':['author.colour']} | field \"colour\" in collection \"authors\" or it does not exist. Queried in \"author\"",
                "{'fields':['title.x']} | field \"title.x\" in collection \"articles\" or it does not exist. Queried in root",
                "{'filter':{'zzz':1}} | field \"zzz\" in collection \"articles\" or it does not exist. Queried in root",
                "{'filter':{'_zzz':1}} | field \"_zzz\" in collection \"articles\" or it does not exist. Queried in root",
                "{'filter':{'author':{'zzz':1}}} | field \"zzz\" in collection \"authors\" or it does not exist. Queried in \"author\"",
                "{'filter':{'comments':{'_some':{'zzz':1}}}} | field \"zzz\" in collection \"comments\" or it does not exist. Queried in \"comments\"",
                "{'sort':['zzz']} | field \"zzz\" in collection \"articles\" or it does not exist. Queried in root",
                "{'sort':['author.zzz']} | field \"zzz\" in collection \"authors\" or it does not exist. Queried in \"author\"",
                "{'groupBy':['zzz']} | field \"zzz\" in collection \"articles\" or it does not exist. Queried in root",
                "{'aggregate':{'sum':['zzz']}} | field \"zzz\" in collection \"articles\" or it does not exist. Queried in root",
                "{'fields':'x','alias':{'x':'zzz'}} | field \"zzz\" in collection \"articles\" or it does not exist. Queried in root",
                "{'fields':'comments.id','deep':{'comments':{'_sort':'zzz'}}} | field \"zzz\" in collection \"comments\" or it does not exist. Queried in \"comments\"",
                "{'filter':{'year(zzz)':1}} | field \"zzz\" in collection \"articles\" or it does not exist. Queried in root",
            })
    void whatIsNotThereIsForbidden(String query, String reason) {
        refuses("articles", query, "You don't have permission to access " + reason + ".");
    }

    @Test
    void fieldsFollowRelations() {
        reads(
                "articles",
                "{'fields':['title','comments.text','topics.topics_id.label','author.name'],'filter':{'id':{'_in':[1,4]}},'sort':'id'}",
                "[{'title':'Alpine Lakes','comments':[{'text':'Lovely'},{'text':'Too cold'}],"
                        + "'topics':[{'topics_id':{'label':'travel'}},{'topics_id':{'label':'tech'}}],'author':{'name':'Ada'}},"
                        + "{'title':'Dune Walks','comments':[],'topics':[],'author':null}]");
    }

    @Test
    void wildcardsListRelationsFirst() {
        reads(
                "comments",
                "{'fields':'*.*','filter':{'id':2},'deep':{'article':{'_alias':{}}}}",
                Json.write(read(
                                "admin",
                                "comments",
                                "{'fields':['article.*','id','text','score','approved'],'filter':{'id':2}}"))
                        .replace('"', '\''));
        assertThat(read("admin", "comments", "{'fields':'article.*','filter':{'id':2}}")
                        .at("/0/article/comments"))
                .isEqualTo(json("[1,2]"));
    }

    @Test
    void withoutBacklinkWildcardsDoNotLeadBack() {
        JsonNode author = read("admin", "authors", "{'fields':'*.*','backlink':false,'filter':{'id':2}}");
        assertThat(author.at("/0/articles/0").has("author")).isFalse();
        assertThat(author.at("/0/articles/0").has("title")).isTrue();
    }

    @Test
    void aliasesNameFieldsAndRelationsAgain() {
        reads(
                "articles",
                "{'alias':{'good':'comments','headline':'title'},'fields':['headline','good.id','comments.id'],"
                        + "'deep':{'good':{'_filter':{'approved':true}}},'filter':{'id':1}}",
                "[{'headline':'Alpine Lakes','good':[{'id':1}],'comments':[{'id':1},{'id':2}]}]");
    }

    @Test
    void deepQueriesHoldForEachParent() {
        reads(
                "articles",
                "{'fields':['id','comments.id'],'sort':'id','limit':2,'deep':{'comments':{'_sort':'-id','_limit':1}}}",
                "[{'id':1,'comments':[{'id':2}]},{'id':2,'comments':[{'id':3}]}]");
        reads(
                "articles",
                "{'fields':['id','comments.id'],'sort':'id','limit':2,'deep':{'comments':{'_limit':1,'_page':2}}}",
                "[{'id':1,'comments':[{'id':2}]},{'id':2,'comments':[]}]");
        reads(
                "articles",
                "{'fields':['id','comments.id'],'sort':'id','limit':2,'deep':{'comments':{'_search':'cold'}}}",
                "[{'id':1,'comments':[{'id':2}]},{'id':2,'comments':[]}]");
        reads(
                "articles",
                "{'fields':['id','comments.id'],'sort':'id','limit':2,'deep':{'comments':{'_offset':1,'_limit':-1}}}",
                "[{'id':1,'comments':[{'id':2}]},{'id':2,'comments':[]}]");
        reads(
                "articles",
                "{'fields':['id','comments'],'sort':'id','limit':2,'deep':{'comments':{'_aggregate':{'count':'*'},'_groupBy':['approved']}}}",
                "[{'id':1,'comments':[{'approved':false,'count':1},{'approved':true,'count':1}]},{'id':2,'comments':[{'approved':true,'count':1}]}]");
    }

    @Test
    void functionsAreFields() {
        reads(
                "articles",
                "{'fields':['year(published_at)','month(published_at)','day(published_at)','weekday(publish_date)','hour(published_at)',"
                        + "'minute(published_at)','second(published_at)','week(publish_date)','count(comments)','count(meta)','json(meta,views)','author.year(born)'],'filter':{'id':2}}",
                "[{'published_at_year':2023,'published_at_month':11,'published_at_day':15,'publish_date_weekday':3,'published_at_hour':17,"
                        + "'published_at_minute':30,'published_at_second':0,'publish_date_week':46,'comments_count':1,'meta_count':0,'meta_views_json':40,'author':{'born_year':1991}}]");
        refuses("articles", "{'fields':'count(tags)'}", "Invalid query. Invalid function specified \"count\".");
        refuses("articles", "{'fields':'json(title,a)'}", "Invalid query. Invalid function specified \"json\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['-rating','title'] | 1,4,2,5,3",
                "['rating','-id'] | 3,5,2,4,1",
                "'author.name,id' | 4,1,3,2,5",
                "['-author.name','id'] | 5,2,1,3,4",
                "['-count(comments)','id'] | 1,2,3,4,5",
                "['year(published_at)','id'] | 3,4,2,1,5",
                "['-comments.score','id'] | 1,2,3,4,5",
                "[] | 5,2,3,1,4",
                "['meta','id'] | 3,1,4,2,5",
            })
    void sorts(String sort, String ids) {
        JsonNode items = read("admin", "articles", "{'fields':'id','sort':" + sort + "}");
        StringBuilder read = new StringBuilder();
        items.forEach(item -> read.append(read.isEmpty() ? "" : ",").append(item.path("id")));
        if (sort.contains("meta")) {
            assertThat(read.toString()).startsWith("3,").hasSize(9);
        } else {
            assertThat(read).hasToString(ids);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'limit':2 | 1,2",
                "'limit':2,'offset':3 | 4,5",
                "'limit':2,'page':2 | 3,4",
                "'limit':-1,'page':2 | 1,2,3,4,5",
                "'limit':-1,'offset':4 | 5",
                "'limit':0 | ''",
                "'limit':'many' | 1,2,3,4,5",
                "'limit':null | 1,2,3,4,5",
                "'offset':'x' | 1,2,3,4,5",
                "'search':'wa' | 1,4",
                "'search':' WALKS ' | 4",
                "'search':'25' | 4",
                "'search':'' | 1,2,3,4,5",
                "'search':'7ed96ccf-df43-4ced-ab07-503f095bc56e' | 1,3",
            })
    void finds(String part, String ids) {
        StringBuilder read = new StringBuilder();
        read("admin", "articles", "{'fields':'id','sort':'id'," + part + "}")
                .forEach(item -> read.append(read.isEmpty() ? "" : ",").append(item.path("id")));
        assertThat(read).hasToString(ids.replace("''", ""));
    }

    @Test
    void limitsAreThoseOfTheSettings() {
        ItemReader capped = new ItemReader(database.database(), world::schema, ZoneOffset.UTC, new QueryLimits(2, 3));
        assertThat(capped.read("articles", Query.DEFAULT, rights("admin"))).hasSize(2);
        assertThat(capped.read("articles", QueryReader.sanitised(json("{'limit':-1}")), rights("admin")))
                .hasSize(3);
        assertThat(capped.read("articles", QueryReader.sanitised(json("{'limit':50}")), rights("admin")))
                .hasSize(3);
        assertThat(capped.keys("articles", Query.DEFAULT, rights("admin"))).hasSize(2);
    }

    @Test
    void aggregates() {
        reads("articles", "{'aggregate':{'count':'*'}}", "[{'count':5}]");
        reads("articles", "{'aggregate':{'countAll':'*'}}", "[{'countAll':5}]");
        reads("articles", "{'aggregate':{'count':['*','slug']}}", "[{'count':{'slug':4}}]");
        reads(
                "articles",
                "{'aggregate':{'sum':'stock','min':['stock','publish_date'],'max':'published_at','countDistinct':'author','avg':'stock'}}",
                "[{'sum':{'stock':39},'min':{'stock':0,'publish_date':'2022-01-20'},'max':{'published_at':'2024-03-20T12:00:00.000Z'},'countDistinct':{'author':3},'avg':{'stock':7.8}}]");
        reads(
                "articles",
                "{'aggregate':{'count':'*','sum':'stock'},'groupBy':['status']}",
                "[{'status':'archived','count':1,'sum':{'stock':25}},{'status':'draft','count':1,'sum':{'stock':3}},{'status':'published','count':3,'sum':{'stock':11}}]");
        reads(
                "articles",
                "{'groupBy':['year(published_at)']}",
                "[{'published_at_year':null},{'published_at_year':2022},{'published_at_year':2023},{'published_at_year':2024}]");
        reads(
                "articles",
                "{'aggregate':{'count':'*'},'groupBy':['author'],'sort':['-count','author'],'limit':2}",
                "[{'author':1,'count':2},{'author':null,'count':1}]");
        reads("articles", "{'aggregate':{'sum':'stock'},'filter':{'id':99}}", "[{'sum':{'stock':null}}]");
        refuses(
                "articles",
                "{'aggregate':{'median':'stock'}}",
                "Invalid query. Invalid aggregate function \"median\".");
        refuses(
                "articles",
                "{'aggregate':{'sum':'title'}}",
                "Invalid query. \"string\" field type does not contain the \"sum\" aggregate function.");
        refuses(
                "articles",
                "{'groupBy':'status','sort':'title'}",
                "Invalid query. Groups cannot be sorted by \"title\".");
    }

    @Test
    void keysAndCountsFollowTheQuery() {
        Query query = QueryReader.sanitised(json("{'filter':{'stock':{'_gt':0}},'sort':'-id','limit':2}"));
        assertThat(reader.keys("articles", query, rights("admin")).toString()).isEqualTo("[5, 4]");
        assertThat(reader.count("articles", query, rights("admin"))).isEqualTo(4);
        assertThat(reader.count("articles", Query.DEFAULT, rights("viewer"))).isEqualTo(5);
    }

    @Test
    void manyKeysAreOneValue() {
        StringBuilder keys = new StringBuilder("1,5");
        for (int i = 1000; i < 11_000; i++) {
            keys.append(',').append(i);
        }
        reads("articles", "{'fields':'id','sort':'id','filter':{'id':{'_in':'" + keys + "'}}}", "[{'id':1},{'id':5}]");
        reads(
                "articles",
                "{'fields':'id','sort':'id','filter':{'title':{'_in':'" + keys + ",Dune Walks'}}}",
                "[{'id':4}]");
        reads("articles", "{'fields':'id','sort':'id','filter':{'price':{'_in':'" + keys + ",12.5'}}}", "[{'id':1}]");
    }

    @Test
    void usersKeepTheirTokens() {
        reads("directus_users", "{'fields':'token','limit':1,'sort':'email'}", "[{'token':'**********'}]");
        reads("directus_users", "{'fields':'x','alias':{'x':'token'},'limit':1}", "[{'x':'**********'}]");
        reads("directus_users", "{'search':'token-admin'}", "[]");
        String hidden =
                "You don't have permission to access field \"token\" in collection \"directus_users\" or it does not exist. Queried in root.";
        refuses("directus_users", "{'sort':'token'}", hidden);
        refuses("directus_users", "{'groupBy':'token'}", hidden);
        refuses("directus_users", "{'aggregate':{'min':'token'}}", hidden);
        refuses(
                "articles",
                "{'sort':'owner.token'}",
                "You don't have permission to access field \"token\" in collection \"directus_users\" or it does not exist. Queried in \"owner\".");
        refuses(
                "directus_users",
                "{'filter':{'token':{'_starts_with':'t'}}}",
                "Invalid query. \"string\" field type does not contain the \"_starts_with\" filter operator.");
        reads("directus_users", "{'aggregate':{'count':'token'}}", "[{'count':{'token':4}}]");
    }
}
