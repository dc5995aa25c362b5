package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.store.items.Shelf.json;
import static org.camundaflows.store.items.Shelf.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camundaflows.store.access.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelationsTest {

    private static final String FOOD = "1190469d-9ea1-4d5e-adfa-488ae13cd434";
    private static final String TECH = "e83eb88c-a6ec-4bca-a26f-63a5962e4b6d";

    @ParameterizedTest
    @EnumSource
    void anObjectInPlaceOfAKeyIsCreatedOrChanged(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode book = shelf.create("books", "{'title':'T','author':{'name':'Kim'}}", shelf.admin);
        assertThat(shelf.row("books", book, "author.id", "author.name"))
                .isEqualTo(json("{'author':{'id':1,'name':'Kim'}}"));
        shelf.update("books", book, "{'author':{'id':1,'name':'Kira'}}", shelf.admin);
        shelf.update("books", book, "{'author':{'id':'1'}}", shelf.admin);
        assertThat(shelf.row("books", book, "author.name")).isEqualTo(json("{'author':{'name':'Kira'}}"));
        shelf.update("books", book, "{'author':{'id':9,'name':'Nine'}}", shelf.admin);
        assertThat(shelf.row("books", book, "author")).isEqualTo(json("{'author':9}"));
        shelf.update("books", book, "{'author':null}", shelf.admin);
        assertThat(shelf.row("books", book, "author")).isEqualTo(json("{'author':null}"));
        assertThat(shelf.count("authors")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aListIsTheCompleteNewSet(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode book = shelf.create("books", "{'title':'T','comments':[{'text':'one'},{'text':'two'}]}", shelf.admin);
        shelf.create("comments", "{'text':'free'}");
        shelf.update("books", book, "{'comments':[{'id':1,'text':'ONE'},{'text':'new'},3]}", shelf.admin);
        assertThat(shelf.rows("comments", "id", "book", "text"))
                .isEqualTo(json("[{'id':1,'book':1,'text':'ONE'},{'id':2,'book':null,'text':'two'},"
                        + "{'id':3,'book':1,'text':'free'},{'id':4,'book':1,'text':'new'}]"));
        shelf.update("books", book, "{'comments':null}", shelf.admin);
        assertThat(shelf.row("books", book, "comments")).isEqualTo(json("{'comments':[]}"));
    }

    @ParameterizedTest
    @EnumSource
    void whatLeavesTheListIsDeletedWhereTheRelationSaysSo(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode book = shelf.create("books", "{'title':'T','notes':[{'text':'a'},{'text':'b'},{'text':'c'}]}");
        shelf.update("books", book, "{'notes':[2,3]}", Session.SYSTEM);
        assertThat(shelf.rows("notes", "id")).isEqualTo(json("[{'id':2},{'id':3}]"));
        shelf.update("books", book, "{'notes':{'delete':['3',99]}}", Session.SYSTEM);
        assertThat(shelf.rows("notes", "id")).isEqualTo(json("[{'id':2}]"));
    }

    @ParameterizedTest
    @EnumSource
    void theDetailedFormChangesOnlyWhatItNames(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode book =
                shelf.create("books", "{'title':'T','comments':[{'text':'one'},{'text':'two'},{'text':'three'}]}");
        shelf.create("comments", "{'text':'free'}");
        shelf.update(
                "books",
                book,
                "{'comments':{'create':[{'text':'new'}],'update':[{'id':1,'text':'ONE'},{'id':4}],'delete':[2]}}",
                shelf.admin);
        assertThat(shelf.rows("comments", "id", "book", "text"))
                .isEqualTo(json("[{'id':1,'book':1,'text':'ONE'},{'id':2,'book':null,'text':'two'},"
                        + "{'id':3,'book':1,'text':'three'},{'id':4,'book':1,'text':'free'},"
                        + "{'id':5,'book':1,'text':'new'}]"));
    }

    @ParameterizedTest
    @EnumSource
    void createdMembersGetTheNextNumbers(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("topics", "{'id':'" + FOOD + "','label':'food'}");
        JsonNode book = shelf.create(
                "books", "{'title':'T','topics':{'create':[{'topic':'" + FOOD + "'},{'topic':{'label':'new'}}]}}");
        shelf.update("books", book, "{'topics':{'create':[{'topic':'" + FOOD + "'},{'sort':9}]}}", shelf.admin);
        assertThat(shelf.rows("books_topics", "id", "sort"))
                .isEqualTo(json("[{'id':1,'sort':1},{'id':2,'sort':2},{'id':3,'sort':3},{'id':4,'sort':9}]"));
        assertThat(shelf.count("topics")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void junctionRowsAreReplaced(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("topics", "{'id':'" + FOOD + "','label':'food'}");
        JsonNode book = shelf.create(
                "books",
                "{'title':'T','topics':[{'topic':'" + FOOD + "'},{'topic':{'id':'" + TECH + "','label':'tech'}}]}");
        shelf.update("books", book, "{'topics':[{'topic':'" + TECH + "'}]}", shelf.admin);
        assertThat(shelf.rows("books_topics", "id", "book", "topic", "sort"))
                .isEqualTo(json("[{'id':1,'book':null,'topic':'" + FOOD + "','sort':null},{'id':2,'book':null,'topic':'"
                        + TECH + "','sort':null},{'id':3,'book':1,'topic':'" + TECH + "','sort':null}]"));
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceToAnyCollectionWritesThere(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create(
                "books",
                "{'title':'T','parts':[{'kind':'comments','item':{'text':'c'}}," + "{'kind':'topics','item':{'id':'"
                        + TECH + "','label':'t'}}]}",
                shelf.admin);
        assertThat(shelf.stored("comments", "text")).isEqualTo("c");
        assertThat(shelf.rows("parts", "id", "kind"))
                .isEqualTo(json("[{'id':1,'kind':'comments'},{'id':2,'kind':'topics'}]"));
        shelf.update("parts", 1, "{'kind':'comments','item':{'id':1,'text':'d'}}", shelf.admin);
        assertThat(shelf.stored("comments", "text")).isEqualTo("d");
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceToAnyCollectionNeedsOneThatIsAllowed(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        assertThat(Refused.by(() -> shelf.create("parts", "{'item':{'text':'c'}}"))
                        .message())
                .isEqualTo("Invalid payload. Can't update nested record \"parts.item\" without field"
                        + " \"parts.kind\" being set.");
        assertThat(Refused.by(() -> shelf.create("parts", "{'kind':'members','item':{'email':'c'}}"))
                        .message())
                .isEqualTo("Invalid payload. \"parts.item\" can't be linked to collection \"members\".");
    }

    @ParameterizedTest
    @EnumSource
    void unknownMembersOfAListAreForbidden(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode book = shelf.create("books", "{'title':'T','comments':[{'text':'one'}]}");
        Refused refused = Refused.by(() -> shelf.update("books", book, "{'title':'U','comments':[77]}", shelf.admin));
        assertThat(refused.message()).isEqualTo("You don't have permission to access this.");
        assertThat(shelf.row("books", book, "title", "comments")).isEqualTo(json("{'title':'T','comments':[1]}"));
    }

    @ParameterizedTest
    @EnumSource
    void wrongFormsOfListsAreToldApart(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        String start = "Invalid payload. Invalid one-to-many update structure: ";
        List<String> wrong = List.of(
                "{'create':5}", "\"create\" must be an array.",
                "{'update':[5]}", "\"update[0]\" must be of type object.",
                "{'delete':[1,{}]}", "\"delete[1]\" does not match any of the allowed types.",
                "{'remove':[1]}", "\"remove\" is not allowed.",
                "'text'", "\"value\" must be of type object.");
        for (int i = 0; i < wrong.size(); i += 2) {
            String value = wrong.get(i);
            assertThat(Refused.by(() -> shelf.create("books", "{'title':'T','comments':" + value + "}"))
                            .message())
                    .isEqualTo(start + wrong.get(i + 1));
        }
        assertThat(shelf.count("books")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nestedItemsAreValidatedUnderTheirPath(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        Refused refused = Refused.by(() -> shelf.create(
                "authors", "{'name':'A','books':[{'title':'B','comments':[{'text':'forbidden'}]}]}", shelf.admin));
        assertThat(refused.message())
                .isEqualTo("Validation failed for field \"text\" at \"books.comments\". Value can't be \"forbidden\".");
        assertThat(refused.extensions().get("path")).isEqualTo(json("['books','comments']"));
        assertThat(shelf.count("authors") + shelf.count("books")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nestedItemsNeedRightsOfTheirOwn(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine).allow("books", Action.CREATE);
        Refused refused =
                Refused.by(() -> shelf.create("books", "{'title':'T','comments':[{'text':'c'}]}", shelf.editor));
        assertThat(refused.message())
                .isEqualTo("You don't have permission to access collection \"comments\" or it does not exist."
                        + " Queried in root.");
        assertThat(shelf.count("books")).isZero();
        shelf.allow("comments", Action.CREATE, "{}", "{}", "{'approved':true}", "*");
        shelf.create("books", "{'title':'T','comments':[{'text':'c'}]}", shelf.editor);
        assertThat(shelf.row("comments", 1, "approved")).isEqualTo(json("{'approved':true}"));
    }

    @ParameterizedTest
    @EnumSource
    void moreThanAHundredMembersAreAllReleased(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        StringBuilder comments = new StringBuilder("{}");
        comments.append(",{}".repeat(149));
        JsonNode book = shelf.create("books", "{'title':'T','comments':[" + comments + "]}");
        shelf.update("books", book, "{'comments':[]}", Session.SYSTEM);
        assertThat(shelf.items.update("comments", keys(1), Shelf.object("{'text':'x'}"), Session.SYSTEM))
                .isEqualTo(keys(1));
        assertThat(shelf.database
                        .sql()
                        .fetchCount(
                                shelf.database.table("comments"),
                                org.jooq
                                        .impl
                                        .DSL
                                        .field(org.jooq.impl.DSL.name("book"))
                                        .isNotNull()))
                .isZero();
    }
}
