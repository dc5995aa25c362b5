package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.store.items.Shelf.json;
import static org.camundaflows.store.items.Shelf.keys;
import static org.camundaflows.store.items.Shelf.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.query.Query;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileWriteTest {

    private static final String SQL = "x\\\"; drop table authors; --' or 1=1 /* ${1} {{2}} ?";

    @ParameterizedTest
    @EnumSource
    void onlyCollectionsOfTheDataModelCanBeReached(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.database.sql().execute("create table {0} (id integer)", shelf.database.table("ACT_RU_JOB"));
        for (String name :
                List.of("ACT_RU_JOB", "act_ru_job", "nowhere", "", "authors\"", "information_schema.tables")) {
            String message = "You don't have permission to access collection \"" + name
                    + "\" or it does not exist. Queried in root.";
            Session session = shelf.admin;
            assertThat(List.of(
                            Refused.by(() -> shelf.items.create(name, List.of(object("{'id':1}")), session)),
                            Refused.by(() -> shelf.items.update(name, keys(1), object("{'id':1}"), session)),
                            Refused.by(() -> shelf.items.updateBatch(name, List.of(object("{'id':1}")), session)),
                            Refused.by(() -> shelf.items.updateByQuery(name, Query.DEFAULT, object("{}"), session)),
                            Refused.by(() -> shelf.items.upsertSingleton(name, object("{}"), session)),
                            Refused.by(() -> shelf.items.delete(name, keys(1), session)),
                            Refused.by(() -> shelf.items.deleteByQuery(name, Query.DEFAULT, session)),
                            Refused.by(() -> shelf.items.read(name, Query.DEFAULT, session)),
                            Refused.by(() -> shelf.items.readSingleton(name, Query.DEFAULT, session)),
                            Refused.by(() -> shelf.items.readMany(name, keys(1), Query.DEFAULT, session)),
                            Refused.by(() -> shelf.items.readOne(name, keys(1).get(0), Query.DEFAULT, session))))
                    .extracting(Refused::message)
                    .containsOnly(message);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesAndValuesAreNeverPartOfStatements(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        String text = json("'" + SQL.replace("'", "\\u0027") + "'").textValue();
        ObjectNode word =
                JsonNodeFactory.instance.objectNode().put("word", text).put("meaning", text);
        word.put(text, text).put("meaning\" = 'x", "y");
        List<JsonNode> key = shelf.items.create("words", List.of(word), shelf.admin);
        assertThat(key.get(0).textValue()).isEqualTo(text);
        shelf.items.update("words", key, word, shelf.admin);
        assertThat(shelf.items.readOne("words", key.get(0), Query.DEFAULT, shelf.admin))
                .isEqualTo(
                        JsonNodeFactory.instance.objectNode().put("word", text).put("meaning", text));
        shelf.items.delete("words", key, shelf.admin);
        assertThat(shelf.count("words")).isZero();
        assertThat(shelf.count("authors")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void valuesOfOtherTypesAreRefusedInDocumentedWords(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("books", "{'title':'T'}");
        List<String> wrong = List.of(
                "{'stock':'abc'}",
                "Invalid payload. Invalid number in field \"stock\".",
                "{'stock':''}",
                "Invalid payload. Invalid number in field \"stock\".",
                "{'stock':{}}",
                "Invalid payload. Invalid number in field \"stock\".",
                "{'stock':[1,2]}",
                "Invalid payload. Invalid number in field \"stock\".",
                "{'stock':1.5}",
                "Invalid payload. Invalid integer in field \"stock\".",
                "{'stock':3000000000}",
                "Numeric value \"3000000000\" for field \"stock\" in collection \"books\" is out of range.",
                "{'stock':'1e999999999'}",
                "Numeric value \"1e999999999\" for field \"stock\" in collection \"books\" is out of range.",
                "{'shelf':40000}",
                "Numeric value \"40000\" for field \"shelf\" in collection \"books\" is out of range.",
                "{'copies':'9223372036854775808'}",
                "Numeric value \"9223372036854775808\" for field \"copies\" in collection \"books\" is out of"
                        + " range.",
                "{'price':12345.6}",
                "Numeric value \"12345.6\" for field \"price\" in collection \"books\" is out of range.",
                "{'price':'9999.999'}",
                "Numeric value \"9999.999\" for field \"price\" in collection \"books\" is out of range.",
                "{'rating':'1e400'}",
                "Numeric value \"1e400\" for field \"rating\" in collection \"books\" is out of range.",
                "{'rating':'NaN'}",
                "Invalid payload. Invalid number in field \"rating\".",
                "{'featured':'maybe'}",
                "Invalid payload. Invalid boolean in field \"featured\".",
                "{'day':'2024-02-30'}",
                "Invalid payload. Invalid Date format in field \"day\".",
                "{'day':true}",
                "Invalid payload. Invalid Date format in field \"day\".",
                "{'starts':'soon'}",
                "Invalid payload. Invalid DateTime format in field \"starts\".",
                "{'published':'2024-13-01'}",
                "Invalid payload. Invalid Timestamp format in field \"published\".",
                "{'opens':'25:00'}",
                "Invalid payload. Invalid Time format in field \"opens\".",
                "{'owner':'abc'}",
                "Invalid foreign key \"abc\" for field \"owner\" in collection \"books\".",
                "{'author':'abc'}",
                "Invalid foreign key \"abc\" for field \"author\" in collection \"books\".",
                "{'author':999}",
                "Invalid foreign key \"999\" for field \"author\" in collection \"books\".",
                "{'made_by':'abc'}",
                "Invalid payload. Invalid UUID in field \"made_by\".",
                "{'title':'\\u0000'}",
                "Invalid payload. Invalid character in field \"title\".",
                "{'title':null}",
                "Value for field \"title\" in collection \"books\" can't be null.",
                "{'title':'" + "long ".repeat(9) + "'}",
                "Value \"" + "long ".repeat(9) + "\" for field \"title\" in collection \"books\" is too long.");
        for (int i = 0; i < wrong.size(); i += 2) {
            String changes = wrong.get(i);
            assertThat(Refused.by(() -> shelf.update("books", 1, changes, Session.SYSTEM))
                            .message())
                    .as(changes)
                    .isEqualTo(wrong.get(i + 1));
        }
        assertThat(shelf.row("books", 1, "title", "stock")).isEqualTo(json("{'title':'T','stock':0}"));
    }

    @ParameterizedTest
    @EnumSource
    void takenValuesAreNamedUnlessTheyAreConcealed(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("members", "{'email':'a(b)=(c)','token':'secret'}");
        Refused email = Refused.by(() -> shelf.create("members", "{'email':'a(b)=(c)'}", shelf.admin));
        assertThat(email.extensions()).isEqualTo(json("{'collection':'members','field':'email','value':'a(b)=(c)'}"));
        Refused token = Refused.by(() -> shelf.create("members", "{'token':'secret'}", shelf.admin));
        assertThat(token.extensions()).isEqualTo(json("{'collection':'members','field':'token','value':null}"));
        shelf.create("words", "{'word':'w'}");
        Refused key = Refused.by(() -> shelf.create("words", "{'word':'w'}", shelf.admin));
        assertThat(key.message()).isEqualTo("Value \"w\" for field \"word\" in collection \"words\" has to be unique.");
    }

    @ParameterizedTest
    @EnumSource
    void deepNestingIsWrittenUpToALimit(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.items.create("tree", List.of(chain(Call.MAX_DEPTH)), shelf.admin);
        assertThat(shelf.count("tree")).isEqualTo(Call.MAX_DEPTH + 1);
        Refused refused = Refused.by(() -> shelf.items.create("tree", List.of(chain(Call.MAX_DEPTH + 1)), shelf.admin));
        assertThat(refused.message()).isEqualTo("Invalid payload. Items are nested deeper than 100 levels.");
        Refused upwards =
                Refused.by(() -> shelf.items.create("tree", List.of(upwards(Call.MAX_DEPTH + 1)), shelf.admin));
        assertThat(upwards.code()).isEqualTo("INVALID_PAYLOAD");
        assertThat(shelf.count("tree")).isEqualTo(Call.MAX_DEPTH + 1);
    }

    private static ObjectNode chain(int depth) {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("name", "leaf");
        for (int i = 0; i < depth; i++) {
            ObjectNode parent = JsonNodeFactory.instance.objectNode().put("name", "n");
            parent.putArray("children").add(item);
            item = parent;
        }
        return item;
    }

    private static ObjectNode upwards(int depth) {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("name", "root");
        for (int i = 0; i < depth; i++) {
            ObjectNode child = JsonNodeFactory.instance.objectNode().put("name", "n");
            child.set("parent", item);
            item = child;
        }
        return item;
    }

    @ParameterizedTest
    @EnumSource
    void itemsThatReferToEachOtherAreWritten(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("tree", "{'name':'a'}");
        shelf.update("tree", 1, "{'children':[{'id':1,'children':[{'id':1,'name':'b'}]}]}", shelf.admin);
        assertThat(shelf.row("tree", 1, "name", "parent")).isEqualTo(json("{'name':'b','parent':1}"));
        Refused refused = Refused.by(() -> shelf.items.delete("tree", keys("x"), shelf.admin));
        assertThat(refused.code()).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @EnumSource
    void unknownOperatorsInRulesAndQueriesAreRefused(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine).allow("books", Action.READ);
        Query bad = org.camundaflows.store.query.QueryReader.sanitised(json("{'filter':{'title':{'_hack':1}}}"));
        Query unknown = org.camundaflows.store.query.QueryReader.sanitised(json("{'filter':{'nope':{'_eq':1}}}"));
        assertThat(Refused.by(() -> shelf.items.deleteByQuery("books", bad, shelf.admin))
                        .code())
                .isEqualTo("INVALID_QUERY");
        assertThat(Refused.by(() -> shelf.items.updateByQuery("books", unknown, object("{}"), shelf.admin))
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @EnumSource
    void aChosenKeyThatIsTakenBackLeavesTheCounterUsable(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        Refused.by(() -> shelf.items.create(
                "authors", List.of(object("{'id':50,'name':'a'}"), object("{'name':null}")), Session.SYSTEM));
        assertThat(shelf.count("authors")).isZero();
        assertThat(shelf.create("authors", "{'name':'x'}").isInt()).isTrue();
    }
}
