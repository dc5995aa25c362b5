package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.store.items.Shelf.json;
import static org.camundaflows.store.items.Shelf.keys;
import static org.camundaflows.store.items.Shelf.object;

import org.camundaflows.store.access.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteRightsTest {

    private static final String NO_COLLECTION =
            "You don't have permission to access collection \"books\" or it does not exist. Queried in root.";
    private static final String MINE = "{'owner':{'_eq':'$CURRENT_USER'}}";

    private static Shelf withBooks(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("members", "{'id':'" + Shelf.USER + "'}");
        shelf.create("books", "{'title':'mine','owner':'" + Shelf.USER + "'}");
        shelf.create("books", "{'title':'theirs'}");
        return shelf;
    }

    @ParameterizedTest
    @EnumSource
    void withoutAPermissionNothingIsThere(Engine engine) throws Exception {
        Shelf shelf = withBooks(engine);
        assertThat(Refused.by(() -> shelf.create("books", "{'title':'T'}", shelf.editor))
                        .message())
                .isEqualTo(NO_COLLECTION);
        assertThat(Refused.by(() -> shelf.update("books", 1, "{'title':'T'}", shelf.editor))
                        .message())
                .isEqualTo(NO_COLLECTION);
        assertThat(Refused.by(() -> shelf.items.delete("books", keys(1), shelf.editor))
                        .message())
                .isEqualTo(NO_COLLECTION);
        assertThat(shelf.count("books")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void onlyGrantedFieldsMayBeSubmitted(Engine engine) throws Exception {
        Shelf shelf = withBooks(engine);
        shelf.allow("books", Action.CREATE, "{}", "{}", "{}", "title", "stock");
        shelf.allow("books", Action.UPDATE, "{}", "{}", "{}", "title");
        assertThat(Refused.by(() -> shelf.create("books", "{'title':'T','stock':1,'code':'x'}", shelf.editor))
                        .message())
                .isEqualTo("You don't have permission to access field \"code\" in collection \"books\" or it does not"
                        + " exist. Queried in root.");
        assertThat(Refused.by(() -> shelf.update("books", 1, "{'stock':1,'nope':2,'title':'x'}", shelf.editor))
                        .message())
                .isEqualTo("You don't have permission to access fields \"stock\", \"nope\" in collection \"books\" or"
                        + " they do not exist. Queried in root.");
        assertThat(shelf.update("books", 1, "{'title':'x'}", shelf.editor)).isEqualTo(keys(1));
    }

    @ParameterizedTest
    @EnumSource
    void allItemsMustBeWithinTheRule(Engine engine) throws Exception {
        Shelf shelf = withBooks(engine);
        shelf.allow("books", Action.UPDATE, MINE, "{}", "{}", "*").allow("books", Action.DELETE, MINE, "{}", "{}", "*");
        assertThat(Refused.by(() -> shelf.items.update(
                                "books", keys(1, 2), object("{'title':'T','stock':1}"), shelf.editor))
                        .message())
                .isEqualTo("You don't have permissions to perform \"update\" for the field(s) \"title\", \"stock\" in"
                        + " collection \"books\" or it does not exist.");
        assertThat(Refused.by(() -> shelf.update("books", 77, "{'title':'T'}", shelf.editor))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(Refused.by(() -> shelf.items.delete("books", keys(1, 2), shelf.editor))
                        .message())
                .isEqualTo("You don't have permission to perform \"delete\" for collection \"books\" or it does not"
                        + " exist.");
        assertThat(shelf.rows("books", "title")).isEqualTo(json("[{'title':'mine'},{'title':'theirs'}]"));
        shelf.update("books", "1", "{'title':'T'}", shelf.editor);
        shelf.items.delete("books", keys("1", 1), shelf.editor);
        assertThat(shelf.rows("books", "title")).isEqualTo(json("[{'title':'theirs'}]"));
    }

    @ParameterizedTest
    @EnumSource
    void aFieldCountsOnlyWithARuleThatGrantsIt(Engine engine) throws Exception {
        Shelf shelf = withBooks(engine);
        shelf.allow("books", Action.UPDATE, MINE, "{}", "{}", "title", "stock")
                .allow("books", Action.UPDATE, "{}", "{}", "{}", "stock");
        shelf.items.update("books", keys(1, 2), object("{'stock':5}"), shelf.editor);
        assertThat(Refused.by(() -> shelf.update("books", 2, "{'stock':6,'title':'x'}", shelf.editor))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(shelf.rows("books", "stock")).isEqualTo(json("[{'stock':5},{'stock':5}]"));
    }

    @ParameterizedTest
    @EnumSource
    void presetsLieUnderThePayload(Engine engine) throws Exception {
        Shelf shelf = withBooks(engine);
        shelf.allow("books", Action.CREATE, "{}", "{}", "{'status':'review','stock':3}", "title", "stock");
        shelf.allow("books", Action.CREATE, "{}", "{}", "{'status':'later'}", "title");
        shelf.create("books", "{'title':'T','stock':4}", shelf.editor);
        assertThat(shelf.row("books", 3, "status", "stock")).isEqualTo(json("{'status':'later','stock':4}"));
    }

    @ParameterizedTest
    @EnumSource
    void theValidationsOfAllPermissionsMustHold(Engine engine) throws Exception {
        Shelf shelf = withBooks(engine);
        shelf.allow("books", Action.CREATE, "{}", "{'stock':{'_gte':0}}", "{}", "*")
                .allow("books", Action.CREATE, "{}", "{'status':{'_in':['draft','review']}}", "{}", "title");
        Refused refused =
                Refused.by(() -> shelf.create("books", "{'title':'T','stock':-5,'status':'published'}", shelf.editor));
        assertThat(refused.errors())
                .extracting(error -> error.extensions().toString())
                .containsExactly(
                        "{\"field\":\"stock\",\"path\":[],\"type\":\"gte\",\"valid\":0}",
                        "{\"field\":\"status\",\"path\":[],\"type\":\"in\",\"valid\":[\"draft\",\"review\"]}");
        assertThat(shelf.create("books", "{'title':'T'}", shelf.editor)).isEqualTo(keys(3).get(0));
    }

    @ParameterizedTest
    @EnumSource
    void updatesByQueryTouchWhatMayBeReadAndThenCheckTheRule(Engine engine) throws Exception {
        Shelf shelf = withBooks(engine);
        var all = org.camundaflows.store.query.Query.DEFAULT;
        shelf.allow("books", Action.UPDATE, MINE, "{}", "{}", "*");
        assertThat(Refused.by(() -> shelf.items.updateByQuery("books", all, object("{'title':'T'}"), shelf.editor))
                        .message())
                .isEqualTo(NO_COLLECTION);
        shelf.allow("books", Action.READ);
        assertThat(Refused.by(() -> shelf.items.updateByQuery("books", all, object("{'title':'T'}"), shelf.editor))
                        .message())
                .startsWith("You don't have permissions to perform \"update\"");
    }
}
