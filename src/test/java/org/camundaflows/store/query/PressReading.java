package org.camundaflows.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

abstract class PressReading extends ItemReading {

    @Override
    World world() throws IOException {
        return World.press();
    }

    @Test
    void valuesShowAsTheirTypesDo() {
        reads(
                "kinds",
                "{'filter':{'id':'9007199254740993'}}",
                "[{'id':9007199254740993,'dec':12345678901.12345,'flag':true,'dt':'2024-03-01T08:15:30','d':'2024-02-29','t':'08:15:30',"
                        + "'ts':'2024-03-01T08:15:30.120Z','list':['a','b'],'doc':{'k':{'v':5},'tags':['x','y'],'name':'it\\u0027s \\u0022q\\u0022'},"
                        + "'hash':'$argon2','pin':'**********','big':9007199254740995}]");
        reads(
                "kinds",
                "{'filter':{'id':2}}",
                "[{'id':2,'dec':null,'flag':null,'dt':null,'d':null,'t':null,'ts':null,'list':null,'doc':null,'hash':null,'pin':null,'big':null}]");
        reads(
                "kinds",
                "{'fields':['list','doc','hash','count(doc)','json(doc,[2])'],'filter':{'id':3}}",
                "[{'list':[],'doc':[1,null,3],'hash':'','doc_count':3,'doc_2_json':3}]");
    }

    @Test
    void filtersKnowTheTypes() {
        reads("kinds", "{'fields':'id','filter':{'dec':{'_eq':'0.5'}}}", "[{'id':3}]");
        reads("kinds", "{'fields':'id','filter':{'dec':{'_gt':12345678901.12344}}}", "[{'id':9007199254740993}]");
        reads("kinds", "{'fields':'id','filter':{'dec':{'_in':[0.5,7]}}}", "[{'id':3}]");
        reads("kinds", "{'fields':'id','filter':{'big':{'_eq':9007199254740994}}}", "[]");
        reads("kinds", "{'fields':'id','filter':{'dt':{'_lt':'2024-03-01T08:15:30'}}}", "[{'id':3}]");
        reads(
                "kinds",
                "{'fields':'id','filter':{'dt':{'_eq':'2024-03-01T09:15:30+01:00'}}}",
                "[{'id':9007199254740993}]");
        reads("kinds", "{'fields':'id','filter':{'t':{'_gte':'08:15:30','_lt':'09:00'}}}", "[{'id':9007199254740993}]");
        reads("kinds", "{'fields':'id','filter':{'list':{'_contains':'b'}}}", "[{'id':9007199254740993}]");
        reads("kinds", "{'fields':'id','filter':{'list':{'_empty':true}}}", "[{'id':2},{'id':3}]");
        reads(
                "kinds",
                "{'fields':'id','filter':{'pin':{'_nnull':true}},'sort':'id'}",
                "[{'id':3},{'id':9007199254740993}]");
        reads("kinds", "{'fields':'id','filter':{'count(doc)':3}}", "[{'id':3}]");
        reads("kinds", "{'fields':'id','filter':{'doc':{'_json':{'k.v':{'_gte':5}}}}}", "[{'id':9007199254740993}]");
        reads("kinds", "{'fields':'id','filter':{'doc':{'_json':{'tags[0]':'x'}}}}", "[{'id':9007199254740993}]");
        refuses("kinds", "{'filter':{'dt':{'_lt':'soon'}}}", "Invalid query. Invalid date value.");
        refuses(
                "kinds",
                "{'filter':{'hash':{'_eq':'x'}}}",
                "Invalid query. \"hash\" field type does not contain the \"_eq\" filter operator.");
    }

    @Test
    void textsMatchWhatTheySay() {
        reads("pages", "{'fields':'id','filter':{'title':{'_contains':'\\\\'}}}", "[{'id':3}]");
        reads("pages", "{'fields':'id','filter':{'title':{'_ends_with':'_\\\\'}}}", "[{'id':3}]");
        reads("pages", "{'fields':'id','filter':{'title':{'_eq':'100%_\\\\'}}}", "[{'id':3}]");
        reads("pages", "{'fields':'id','search':'%_\\\\'}", "[{'id':3}]");
    }

    @Test
    void manyToAnyGivesEachItsFields() {
        reads(
                "pages",
                "{'fields':['sections.item:headings.title','sections.item:texts.body'],'sort':'id','limit':2}",
                "[{'sections':[{'item':{'body':'Lorem'}},{'item':{'title':'Welcome'}}]},{'sections':[{'item':{'title':'Us'}},{'item':null}]}]");
        reads(
                "pages",
                "{'fields':['sections.item.id','sections.item:headings.title'],'filter':{'id':1}}",
                "[{'sections':[{'item':{'id':'11111111-1111-4111-8111-111111111111'}},{'item':{'id':1,'title':'Welcome'}}]}]");
        reads(
                "pages",
                "{'fields':['sections.item'],'filter':{'id':1}}",
                "[{'sections':[{'item':'11111111-1111-4111-8111-111111111111'},{'item':'1'}]}]");
        reads(
                "pages",
                "{'fields':['sections.item:headings.title'],'filter':{'id':1}}",
                "[{'sections':[{'item':'11111111-1111-4111-8111-111111111111'},{'item':{'title':'Welcome'}}]}]");
        reads("pages", "{'fields':'id','filter':{'sections':{'item:headings':{'title':'Us'}}}}", "[{'id':2}]");
        reads("pages_sections", "{'fields':'id','sort':'-item:headings.title,id','limit':1}", "[{'id':1}]");
        refuses(
                "pages",
                "{'filter':{'sections':{'item:people':{'name':'Ann'}}}}",
                "You don't have permission to access field \"item\" in collection \"pages_sections\" or it does not exist. Queried in \"sections\".");
    }

    @Test
    void fieldsWithoutValuesAreLeftOut() {
        JsonNode page = read("admin", "pages", "{'filter':{'id':1}}").get(0);
        assertThat(page.has("note")).isFalse();
        reads("pages", "{'fields':['id','note'],'filter':{'id':1}}", "[{'id':1}]");
    }

    @Test
    void aFieldShowsOnItemsWhoseRuleGrantsIt() {
        reads(
                "red",
                "people",
                "{'fields':['id','name','salary'],'sort':'id'}",
                "[{'id':1,'name':'Ann','salary':100},{'id':2,'name':'Ben','salary':60},{'id':3,'name':'Cas','salary':null}]");
        reads(
                "red",
                "people",
                "{'sort':'id','limit':1,'fields':'*'}",
                "[{'id':1,'name':'Ann','salary':100,'boss':null,'reports':[2,3]}]");
    }

    @Test
    void whatIsNotShownCannotBeFoundOut() {
        reads("red", "people", "{'fields':'id','filter':{'salary':{'_eq':50}}}", "[]");
        reads("red", "people", "{'fields':'id','filter':{'salary':{'_null':true}}}", "[{'id':3}]");
        reads("red", "people", "{'fields':'id','sort':['-salary','-id']}", "[{'id':1},{'id':2},{'id':3}]");
        reads(
                "red",
                "people",
                "{'aggregate':{'sum':'salary','min':'salary','count':'*'}}",
                "[{'sum':{'salary':160},'min':{'salary':60},'count':3}]");
        reads("red", "people", "{'groupBy':'salary'}", "[{'salary':null},{'salary':60},{'salary':100}]");
        reads("red", "people", "{'fields':'id','search':'50'}", "[]");
        reads("red", "people", "{'fields':'id','filter':{'reports':{'salary':{'_eq':50}}}}", "[]");
        reads(
                "red",
                "people",
                "{'fields':['id','reports.id','count(reports)'],'filter':{'id':2}}",
                "[{'id':2,'reports':[],'reports_count':0}]");
        reads("red", "people", "{'fields':'id','filter':{'reports':{'_some':{'id':4}}}}", "[]");
        reads("red", "people", "{'fields':'id','filter':{'count(reports)':{'_gt':0}}}", "[{'id':1}]");
    }

    @Test
    void fieldsThatNoRuleGrantsAreForbidden() {
        String team =
                "You don't have permission to access field \"team\" in collection \"people\" or it does not exist. Queried in ";
        refuses("red", "people", "{'fields':'team'}", team + "root.");
        refuses("red", "people", "{'filter':{'_or':[{'id':1},{'team':'red'}]}}", team + "root.");
        refuses("red", "people", "{'filter':{'boss':{'team':'red'}}}", team + "\"boss\".");
        refuses("red", "people", "{'filter':{'boss':{'boss':{'team':'red'}}}}", team + "\"boss.boss\".");
        refuses("red", "people", "{'sort':'-boss.team'}", team + "\"boss\".");
        refuses("red", "people", "{'fields':'x','alias':{'x':'team'}}", team + "root.");
        refuses(
                "red",
                "people",
                "{'fields':'reports.id','deep':{'reports':{'_filter':{'team':'red'}}}}",
                team + "\"reports\".");
        refuses("red", "people", "{'aggregate':{'countDistinct':'team'}}", team + "root.");
        refuses("red", "people", "{'aggregate':{'count':'team'}}", team + "root.");
        refuses("red", "people", "{'groupBy':'team'}", team + "root.");
        refuses(
                "red",
                "kinds",
                "{}",
                "You don't have permission to access collection \"kinds\" or it does not exist. Queried in root.");
        refuses(
                "red",
                "nowhere",
                "{}",
                "You don't have permission to access collection \"nowhere\" or it does not exist. Queried in root.");
    }

    @Test
    void relationsLeadOnlyToWhatCanBeRead() {
        reads(
                "red",
                "pages",
                "{'fields':['sections.item:headings.title','sections.item:texts.body'],'sort':'id','limit':2}",
                "[{'sections':[{'item':null},{'item':{'title':'Welcome'}}]},{'sections':[{'item':null},{'item':null}]}]");
        reads("red", "pages", "{'fields':'id','filter':{'sections':{'item:headings':{'title':'Us'}}}}", "[]");
        refuses(
                "red",
                "pages",
                "{'filter':{'sections':{'item:texts':{'body':'Lorem'}}}}",
                "You don't have permission to access collection \"texts\" or it does not exist. Queried in \"sections.item:texts\".");
    }
}
