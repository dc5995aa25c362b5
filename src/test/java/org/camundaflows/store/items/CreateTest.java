package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.store.items.Shelf.json;
import static org.camundaflows.store.items.Shelf.keys;
import static org.camundaflows.store.items.Shelf.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreateTest {

    @ParameterizedTest
    @EnumSource
    void theKeysComeInTheOrderOfThePayloads(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        List<JsonNode> keys = shelf.items.create(
                "authors", List.of(object("{'name':'Ada'}"), object("{'name':'Bob','active':false}")), shelf.admin);
        assertThat(keys).isEqualTo(keys(1, 2));
        assertThat(shelf.rows("authors"))
                .isEqualTo(json("[{'id':1,'name':'Ada','email':null,'active':true,'born':null,'books':[]},"
                        + "{'id':2,'name':'Bob','email':null,'active':false,'born':null,'books':[]}]"));
    }

    @ParameterizedTest
    @EnumSource
    void oneThatFailsTakesTheOthersBack(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        Refused refused = Refused.by(() -> shelf.items.create(
                "topics",
                List.of(object("{'label':'x'}"), object("{'label':'y'}"), object("{'label':'x'}")),
                shelf.admin));
        assertThat(refused.message())
                .isEqualTo("Value \"x\" for field \"label\" in collection \"topics\" has to be unique.");
        assertThat(shelf.count("topics")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void unknownFieldsAndFieldsWithoutColumnAreDropped(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode key = shelf.create("books", "{'title':'T','shoe_size':44,'divider':'x'}", shelf.admin);
        assertThat(shelf.row("books", key, "title", "status")).isEqualTo(json("{'title':'T','status':'draft'}"));
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyItemHasItsDefaults(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        assertThat(shelf.create("comments", "{}")).isEqualTo(keys(1).get(0));
        assertThat(shelf.row("comments", 1, "approved")).isEqualTo(json("{'approved':false}"));
    }

    @ParameterizedTest
    @EnumSource
    void valuesTakeTheTypesOfTheirFields(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode key = shelf.create(
                "books",
                "{'title':5,'price':'12.25','stock':'7','featured':1,'rating':'1.5','tags':['a','b'],"
                        + "'meta':'{\\'x\\':1}','day':'2024-02-29T10:00:00','published':'2024-06-01T12:00:00+02:00',"
                        + "'starts':'2024-06-01T12:00:00+02:00','opens':'9:05','copies':9007199254740993}"
                                .replace("\\'", "\\\""),
                shelf.admin);
        assertThat(shelf.row(
                        "books",
                        key,
                        "title",
                        "stock",
                        "featured",
                        "tags",
                        "meta",
                        "day",
                        "published",
                        "starts",
                        "opens",
                        "copies"))
                .isEqualTo(json("{'title':'5','stock':7,'featured':true,'tags':['a','b'],'meta':{'x':1},"
                        + "'day':'2024-02-29','published':'2024-06-01T10:00:00.000Z','starts':'2024-06-01T10:00:00',"
                        + "'opens':'09:05:00','copies':9007199254740993}"));
        JsonNode numbers = shelf.row("books", key, "price", "rating");
        assertThat(numbers.get("price").decimalValue()).isEqualByComparingTo("12.25");
        assertThat(numbers.get("rating").doubleValue()).isEqualTo(1.5);
    }

    @ParameterizedTest
    @EnumSource
    void jsonFieldsTakeAnyValue(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        for (String value : List.of("{'a':[1,{'b':null}]}", "[1,2]", "5", "true", "'no json: {'", "''")) {
            JsonNode key = shelf.create("books", "{'title':'T','meta':" + value + "}");
            assertThat(shelf.row("books", key, "meta").get("meta")).isEqualTo(json(value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void errorsAndDatesInJsonFieldsAreTheirJson(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        var payload = object("{'title':'T'}");
        payload.set("published", new DateValue(Shelf.NOW).toNode());
        payload.putObject("meta")
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "error", ErrorValue.known("X", 400, "no", null).toNode())
                .set("date", new DateValue(Shelf.NOW).toNode());
        JsonNode key =
                shelf.items.create("books", List.of(payload), shelf.admin).get(0);
        assertThat(shelf.row("books", key, "meta", "published"))
                .isEqualTo(json("{'meta':{'error':{'name':'DirectusError','code':'X','status':400},"
                        + "'date':'2024-05-06T07:08:09.123Z'},'published':'2024-05-06T07:08:09.123Z'}"));
    }

    @ParameterizedTest
    @EnumSource
    void csvIsAListOrTextAndNothingElse(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode text = shelf.create("books", "{'title':'T','tags':'a,b'}");
        JsonNode number = shelf.create("books", "{'title':'T','tags':5}");
        JsonNode none = shelf.create("books", "{'title':'T','tags':null}");
        assertThat(shelf.row("books", text, "tags")).isEqualTo(json("{'tags':['a','b']}"));
        assertThat(shelf.row("books", number, "tags")).isEqualTo(json("{'tags':null}"));
        assertThat(shelf.row("books", none, "tags")).isEqualTo(json("{'tags':null}"));
    }

    @ParameterizedTest
    @EnumSource
    void theServerFillsInWhoAndWhen(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        String forged = "{'title':'T','made':'2001-01-01','made_by':'00000000-0000-4000-8000-000000000001',"
                + "'made_as':'00000000-0000-4000-8000-000000000001'}";
        JsonNode byAdmin = shelf.create("books", forged, shelf.admin);
        JsonNode bySystem = shelf.create("books", forged);
        String[] fields = {"made", "made_by", "made_as", "changed", "changed_by", "changed_as"};
        String untouched = "'changed':null,'changed_by':null,'changed_as':null}";
        assertThat(shelf.row("books", byAdmin, fields))
                .isEqualTo(json("{'made':'2024-05-06T07:08:09.123Z','made_by':'" + Shelf.USER + "','made_as':'"
                        + Shelf.ROLE + "'," + untouched));
        assertThat(shelf.row("books", bySystem, fields))
                .isEqualTo(json("{'made':'2024-05-06T07:08:09.123Z','made_by':null,'made_as':null," + untouched));
    }

    @ParameterizedTest
    @EnumSource
    void keysAreMadeUpOnlyWhenNoneIsGiven(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode madeUp = shelf.create("topics", "{'label':'sea','id':''}");
        assertThat(madeUp.textValue()).matches("[0-9a-f-]{36}");
        String chosen = "00000000-0000-4000-8000-0000000000AA";
        assertThat(shelf.create("topics", "{'id':'" + chosen + "'}").textValue())
                .isEqualToIgnoringCase(chosen);
        assertThat(shelf.create("words", "{'word':'ham','meaning':'x'}").textValue())
                .isEqualTo("ham");
    }

    @ParameterizedTest
    @EnumSource
    void theCounterGoesOnAfterAChosenKey(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        List<JsonNode> keys = shelf.items.create(
                "authors",
                List.of(object("{'id':50,'name':'Max'}"), object("{'name':'Nia'}"), object("{'id':null,'name':'O'}")),
                shelf.admin);
        assertThat(keys).isEqualTo(keys(50, 51, 52));
        shelf.create("authors", "{'id':'7','name':'Seven'}");
        assertThat(shelf.create("authors", "{'name':'next'}")).isEqualTo(keys(53).get(0));
    }

    @ParameterizedTest
    @EnumSource
    void chosenKeysHaveTheFormOfTheColumn(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        for (String key : List.of("'abc'", "1.5", "{}", "true")) {
            Refused refused = Refused.by(() -> shelf.create("authors", "{'name':'x','id':" + key + "}"));
            assertThat(refused.code()).isEqualTo("FORBIDDEN");
        }
        assertThat(Refused.by(() -> shelf.create("topics", "{'id':'abc'}")).message())
                .isEqualTo("You don't have permission to access this.");
    }

    @ParameterizedTest
    @EnumSource
    void textsOfHashFieldsAreHashed(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        JsonNode key = shelf.create("members", "{'password':'secret'}");
        assertThat(shelf.stored("members", "password")).isEqualTo("hash of secret");
        shelf.update("members", key.textValue(), "{'password':''}", Session.SYSTEM);
        assertThat(shelf.stored("members", "password")).isEqualTo("hash of secret");
        shelf.update("members", key.textValue(), "{'password':null}", Session.SYSTEM);
        assertThat(shelf.stored("members", "password")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingIsToldBeforeTheDatabaseFindsOut(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        Refused missing = Refused.by(() -> shelf.create("books", "{}", shelf.admin));
        assertThat(missing.message()).isEqualTo("Validation failed for field \"title\". Value is required.");
        assertThat(missing.extensions()).isEqualTo(json("{'field':'title','path':[],'type':'required'}"));
        Refused several = Refused.by(() -> shelf.create("books", "{'title':null,'stock':null}", shelf.admin));
        assertThat(several.errors())
                .extracting(error -> error.extensions().path("field").asText() + " "
                        + error.extensions().path("type").asText())
                .containsExactly("title nnull", "stock nnull");
    }

    @ParameterizedTest
    @EnumSource
    void theSystemHearsItFromTheDatabase(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        Refused refused = Refused.by(() -> shelf.create("books", "{'status':'x'}"));
        assertThat(refused.code()).isEqualTo("NOT_NULL_VIOLATION");
        assertThat(refused.message()).isEqualTo("Value for field \"title\" in collection \"books\" can't be null.");
        assertThat(refused.extensions()).isEqualTo(json("{'collection':'books','field':'title'}"));
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAreValidatedForAllButTheSystem(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        Refused refused = Refused.by(() -> shelf.create("books", "{'title':'T','code':'abc'}", shelf.admin));
        assertThat(refused.message())
                .isEqualTo("Validation failed for field \"code\". Value doesn't have the correct format.");
        assertThat(shelf.create("books", "{'title':'T','code':'abc'}").isInt()).isTrue();
        assertThat(shelf.create("books", "{'title':'T'}", shelf.admin).isInt()).isTrue();
    }
}
