package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.store.items.Shelf.json;
import static org.camundaflows.store.items.Shelf.keys;
import static org.camundaflows.store.items.Shelf.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.query.QueryReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateAndDeleteTest {

    private static Shelf withThreeAuthors(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.items.create(
                "authors",
                List.of(object("{'name':'Ada','email':'a@x'}"), object("{'name':'Bob'}"), object("{'name':'Cleo'}")),
                Session.SYSTEM);
        return shelf;
    }

    private static Query query(String json) {
        return QueryReader.sanitised(json(json));
    }

    @ParameterizedTest
    @EnumSource
    void severalKeysComeBackSortedAsTexts(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        assertThat(shelf.items.update("authors", keys(3, 1, 20), object("{'active':false}"), shelf.admin))
                .isEqualTo(keys(1, 20, 3));
        assertThat(shelf.rows("authors", "active"))
                .isEqualTo(json("[{'active':false},{'active':true},{'active':false}]"));
    }

    @ParameterizedTest
    @EnumSource
    void keysKeepTheTypeTheyWereGivenWith(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        assertThat(shelf.update("authors", "2", "{'name':'Bobby'}", shelf.admin))
                .isEqualTo(keys("2"));
        assertThat(shelf.items.delete("authors", keys("2", 3), shelf.admin)).isEqualTo(keys("2", 3));
        assertThat(shelf.rows("authors", "id")).isEqualTo(json("[{'id':1}]"));
    }

    @ParameterizedTest
    @EnumSource
    void theKeyAmongTheChangesIsIgnored(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        shelf.update("authors", 2, "{'id':77,'name':'B'}", shelf.admin);
        assertThat(shelf.row("authors", 2, "name")).isEqualTo(json("{'name':'B'}"));
    }

    @ParameterizedTest
    @EnumSource
    void theServerFillsInWhoChangedAndWhen(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("books", "{'title':'T'}");
        shelf.update("books", 1, "{'title':'U','changed':'2001-01-01'}", shelf.admin);
        assertThat(shelf.row("books", 1, "title", "changed", "changed_by", "changed_as", "made_by"))
                .isEqualTo(json("{'title':'U','changed':'2024-05-06T07:08:09.123Z','changed_by':'" + Shelf.USER
                        + "','changed_as':'" + Shelf.ROLE + "','made_by':null}"));
    }

    @ParameterizedTest
    @EnumSource
    void missingKeysAreSilentWithFullAccess(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        assertThat(shelf.update("authors", 99, "{'name':'x'}", shelf.admin)).isEqualTo(keys(99));
        assertThat(shelf.items.delete("authors", keys(99), shelf.admin)).isEqualTo(keys(99));
        assertThat(shelf.items.update("authors", keys(), object("{}"), shelf.admin))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keysOfAnotherFormAreForbidden(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        for (Object key : List.of("undefined", "", "1.5", "1; drop table x", List.of(1))) {
            assertThat(Refused.by(() -> shelf.update("authors", key, "{'name':'x'}", shelf.admin))
                            .message())
                    .isEqualTo("You don't have permission to access this.");
            assertThat(Refused.by(() -> shelf.items.delete("authors", keys(key), shelf.admin))
                            .code())
                    .isEqualTo("FORBIDDEN");
            assertThat(Refused.by(() -> shelf.items.readOne("authors", keys(key).get(0), Query.DEFAULT, shelf.admin))
                            .code())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(Refused.by(() -> shelf.items.delete("topics", keys("abc"), shelf.admin))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(shelf.count("authors")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void keysBeyondAnyColumnAreMissing(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        assertThat(shelf.update("authors", 3_000_000_000L, "{'name':'x'}", shelf.admin))
                .isEqualTo(keys(3_000_000_000L));
        assertThat(shelf.items.delete("authors", keys("99999999999999999999", "1e3"), shelf.admin))
                .hasSize(2);
        assertThat(shelf.count("authors")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchWritesEachItemItsOwnChanges(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        List<JsonNode> keys = shelf.items.updateBatch(
                "authors", List.of(object("{'id':3,'name':'C'}"), object("{'id':'1','name':'A'}")), shelf.admin);
        assertThat(keys).isEqualTo(keys(3, "1"));
        assertThat(shelf.rows("authors", "name")).isEqualTo(json("[{'name':'A'},{'name':'Bob'},{'name':'C'}]"));
    }

    @ParameterizedTest
    @EnumSource
    void aBatchNeedsAllKeys(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        Refused refused = Refused.by(() -> shelf.items.updateBatch(
                "authors", List.of(object("{'id':3,'name':'C'}"), object("{'name':'A'}")), shelf.admin));
        assertThat(refused.message()).isEqualTo("Invalid payload. Item in update misses primary key.");
        assertThat(shelf.row("authors", 3, "name")).isEqualTo(json("{'name':'Cleo'}"));
    }

    @ParameterizedTest
    @EnumSource
    void aBatchIsWrittenWholeOrNotAtAll(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        Refused refused = Refused.by(() -> shelf.items.updateBatch(
                "authors", List.of(object("{'id':3,'name':'C'}"), object("{'id':2,'email':'a@x'}")), shelf.admin));
        assertThat(refused.code()).isEqualTo("RECORD_NOT_UNIQUE");
        assertThat(shelf.row("authors", 3, "name")).isEqualTo(json("{'name':'Cleo'}"));
    }

    @ParameterizedTest
    @EnumSource
    void whatAQueryFindsIsWritten(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        Query some = query("{'filter':{'id':{'_gt':1}}}");
        assertThat(shelf.items.updateByQuery("authors", some, object("{'active':false}"), shelf.admin))
                .isEqualTo(keys(2, 3));
        Query none = query("{'filter':{'id':{'_in':[]}}}");
        assertThat(shelf.items.updateByQuery("authors", none, object("{'active':false}"), shelf.admin))
                .isEmpty();
        assertThat(shelf.items.deleteByQuery("authors", none, shelf.admin)).isEmpty();
        assertThat(shelf.items.deleteByQuery("authors", query("{'limit':1}"), shelf.admin))
                .isEqualTo(keys(1));
        assertThat(shelf.count("authors")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void tenThousandItemsAreWrittenAtOnce(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.database
                .sql()
                .execute(
                        "insert into {0} (\"text\") select 'x' from "
                                + (engine == Engine.H2 ? "system_range(1, 10050)" : "generate_series(1, 10050)"),
                        shelf.database.table("comments"));
        List<Object> all = new ArrayList<>();
        for (int i = 1; i <= 10050; i++) {
            all.add(i);
        }
        assertThat(shelf.items.update("comments", keys(all.toArray()), object("{'text':'y'}"), shelf.admin))
                .hasSize(10050);
        shelf.items.delete("comments", keys(all.subList(0, 10040).toArray()), shelf.admin);
        assertThat(shelf.rows("comments", "text")).hasSize(10).containsOnly(json("{'text':'y'}"));
        assertThat(shelf.count("directus_activity")).isEqualTo(20090);
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceMayForbidToDelete(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        shelf.create("books", "{'title':'T','author':2}");
        Refused refused = Refused.by(() -> shelf.items.delete("authors", keys(1, 2), shelf.admin));
        assertThat(refused.message())
                .isEqualTo("Invalid foreign key \"2\" for field \"author\" in collection \"books\".");
        assertThat(shelf.count("authors")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseDetachesWhatReferredToADeletedItem(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("books", "{'title':'T','comments':[{}],'topics':[{}]}");
        shelf.items.delete("books", keys(1), shelf.admin);
        assertThat(shelf.rows("comments", "book")).isEqualTo(json("[{'book':null}]"));
        assertThat(shelf.count("books_topics")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theOneItemOfASingletonIsCreatedThenChanged(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        assertThat(shelf.items.readSingleton("books", query("{'fields':['id','status','title']}"), shelf.admin))
                .isEqualTo(json("{'id':null,'status':'draft'}"));
        assertThat(shelf.items.upsertSingleton("books", object("{'title':'T'}"), shelf.admin))
                .isEqualTo(keys(1).get(0));
        shelf.items.upsertSingleton("books", object("{'title':'U'}"), shelf.admin);
        assertThat(shelf.items.readSingleton("books", query("{'fields':['id','title']}"), shelf.admin))
                .isEqualTo(json("{'id':1,'title':'U'}"));
        assertThat(shelf.count("books")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void itemsAreReadByTheirKeys(Engine engine) throws Exception {
        Shelf shelf = withThreeAuthors(engine);
        Query names = query("{'fields':['name'],'filter':{'name':{'_neq':'Bob'}}}");
        assertThat(shelf.items.readMany("authors", keys(3, "2", 1, 9), names, shelf.admin))
                .isEqualTo(json("[{'name':'Ada'},{'name':'Cleo'}]"));
        assertThat(shelf.items.readOne("authors", keys("1").get(0), names, shelf.admin))
                .isEqualTo(json("{'name':'Ada'}"));
        Refused hidden = Refused.by(() -> shelf.items.readOne("authors", keys(2).get(0), names, shelf.admin));
        assertThat(hidden.message()).isEqualTo("You don't have permission to access this.");
    }
}
