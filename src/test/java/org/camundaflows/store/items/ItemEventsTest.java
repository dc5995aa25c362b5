package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camundaflows.store.items.Shelf.json;
import static org.camundaflows.store.items.Shelf.keys;
import static org.camundaflows.store.items.Shelf.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.event.ItemEvent;
import org.camundaflows.store.query.QueryReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemEventsTest {

    private static String told(ItemEvent event) {
        return event.collection() + " " + event.scope() + " " + event.meta();
    }

    private static void answer(Shelf shelf, String scope, JsonNode replacement) {
        shelf.events.answer = (event, payload) -> event.scope().equals(scope) ? replacement : payload;
    }

    @ParameterizedTest
    @EnumSource
    void nobodyHearsOfASilentSession(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("authors", "{'name':'x'}", shelf.admin);
        shelf.update("authors", 1, "{'name':'y'}", shelf.admin);
        shelf.rows("authors");
        shelf.items.delete("authors", keys(1), shelf.admin);
        assertThat(shelf.events.asked).isEmpty();
        assertThat(shelf.events.told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCreationIsAskedWithinTheTransactionAndToldAtItsEnd(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        boolean[] inside = new boolean[2];
        shelf.events.answer = (event, payload) -> {
            inside[0] = shelf.database.hasTransaction();
            return payload;
        };
        shelf.events.whenTold = () -> inside[1] = shelf.database.hasTransaction() && shelf.count("authors") == 2;
        shelf.items.create("authors", List.of(object("{'name':'a'}"), object("{'name':'b'}")), shelf.heard);
        assertThat(inside).containsExactly(true, true);
        assertThat(shelf.events.asked.get(0).meta()).isEqualTo(json("{'collection':'authors'}"));
        assertThat(shelf.events.told).hasSize(1);
        assertThat(shelf.events.told.get(0))
                .extracting(ItemEventsTest::told)
                .containsExactly(
                        "authors items.create {\"payload\":{\"name\":\"a\"},\"key\":1,\"collection\":\"authors\"}",
                        "authors items.create {\"payload\":{\"name\":\"b\"},\"key\":2,\"collection\":\"authors\"}");
    }

    @ParameterizedTest
    @EnumSource
    void updatesAndDeletionsAreAskedBeforeTheTransaction(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("authors", "{'name':'x'}");
        shelf.create("authors", "{'name':'y'}");
        boolean[] inside = {false};
        shelf.events.answer = (event, payload) -> {
            inside[0] |= shelf.database.hasTransaction();
            return payload;
        };
        shelf.items.update("authors", keys("2", 1), object("{'name':'z'}"), shelf.heard);
        shelf.items.updateBatch("authors", List.of(object("{'id':1,'name':'w'}")), shelf.heard);
        shelf.items.delete("authors", keys("1"), shelf.heard);
        assertThat(inside).containsExactly(false);
        assertThat(shelf.events.asked)
                .extracting(ItemEventsTest::told)
                .containsExactly(
                        "authors items.update {\"keys\":[\"2\",1],\"collection\":\"authors\"}",
                        "authors items.update {\"keys\":[1],\"collection\":\"authors\"}",
                        "authors items.delete {\"collection\":\"authors\"}");
        assertThat(shelf.events.told)
                .extracting(events -> told(events.get(0)))
                .containsExactly(
                        "authors items.update {\"payload\":{\"name\":\"z\"},\"keys\":[1,\"2\"],\"collection\":\"authors\"}",
                        "authors items.update {\"payload\":{\"name\":\"w\"},\"keys\":[1],\"collection\":\"authors\"}",
                        "authors items.delete {\"payload\":[\"1\"],\"keys\":[\"1\"],\"collection\":\"authors\"}");
    }

    @ParameterizedTest
    @EnumSource
    void theParentIsToldBeforeItsChildren(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create(
                "books",
                "{'title':'T','author':{'name':'A'},'comments':[{'text':'c'}],'topics':[{'topic':{'label':'l'}}]}",
                shelf.heard);
        assertThat(shelf.events.told).hasSize(1);
        assertThat(shelf.events.toldNames())
                .containsExactly(
                        "books items.create",
                        "authors items.create",
                        "comments items.create",
                        "books_topics items.create",
                        "topics items.create");
        assertThat(told(shelf.events.told.get(0).get(2)))
                .isEqualTo("comments items.create {\"payload\":{\"text\":\"c\",\"book\":1},\"key\":1,"
                        + "\"collection\":\"comments\"}");
    }

    @ParameterizedTest
    @EnumSource
    void thePayloadToldHasPresetsButNoDefaults(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine)
                .allow("books", org.camundaflows.store.access.Action.CREATE, "{}", "{}", "{'status':'review'}", "*");
        shelf.create("books", "{'title':'T'}", new Session(Shelf.EDITOR, true));
        assertThat(shelf.events.told.get(0).get(0).meta().get("payload"))
                .isEqualTo(json("{'status':'review','title':'T'}"));
        assertThat(shelf.events.told.get(0).get(0).accountability()).isEqualTo(Shelf.EDITOR);
    }

    @ParameterizedTest
    @EnumSource
    void whatAListenerGivesBackIsWritten(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        answer(shelf, "items.create", json("{'name':'other','$trigger':5}"));
        shelf.create("authors", "{'name':'x'}", shelf.heard);
        answer(shelf, "items.update", json("{'email':'e'}"));
        shelf.update("authors", 1, "{'name':'y'}", shelf.heard);
        assertThat(shelf.row("authors", 1, "name", "email")).isEqualTo(json("{'name':'other','email':'e'}"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoObjectCountsAsAnEmptyPayload(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        for (String value : List.of("null", "'text'", "[1]")) {
            answer(shelf, "items.create", json(value));
            assertThat(shelf.create("comments", "{'text':'x'}", shelf.heard).isInt())
                    .isTrue();
            answer(shelf, "items.update", json(value));
            shelf.update("comments", 1, "{'text':'x'}", shelf.heard);
        }
        assertThat(shelf.rows("comments", "text")).hasSize(3).containsOnly(json("{'text':null}"));
        answer(shelf, "items.create", json("null"));
        Refused refused = Refused.by(() -> shelf.create("books", "{'title':'T'}", new Session(Shelf.ADMIN, true)));
        assertThat(refused.message()).isEqualTo("Validation failed for field \"title\". Value is required.");
    }

    @ParameterizedTest
    @EnumSource
    void listenersMayReplaceTheKeysToDelete(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.items.create("comments", List.of(object("{}"), object("{}"), object("{}")), Session.SYSTEM);
        answer(shelf, "items.delete", json("[2]"));
        assertThat(shelf.items.delete("comments", keys(1), shelf.heard)).isEqualTo(keys(2));
        answer(shelf, "items.delete", json("['x']"));
        assertThat(Refused.by(() -> shelf.items.delete("comments", keys(1), shelf.heard))
                        .code())
                .isEqualTo("FORBIDDEN");
        answer(shelf, "items.delete", json("null"));
        assertThat(Refused.by(() -> shelf.items.delete("comments", keys(1), shelf.heard))
                        .code())
                .isEqualTo("INVALID_PAYLOAD");
        assertThat(shelf.rows("comments", "id")).isEqualTo(json("[{'id':1},{'id':3}]"));
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatRefusesACreationTakesItsOwnWritesBack(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.events.answer = (event, payload) -> {
            shelf.create("words", "{'word':'attempt'}");
            throw ItemErrors.invalidPayload("no");
        };
        assertThat(Refused.by(() -> shelf.create("authors", "{'name':'x'}", shelf.heard))
                        .message())
                .isEqualTo("Invalid payload. no.");
        assertThat(shelf.count("words") + shelf.count("authors")).isZero();
        assertThat(shelf.events.told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void writesOfAListenerThatRefusesAnUpdateStay(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("authors", "{'name':'x'}");
        shelf.events.answer = (event, payload) -> {
            shelf.create("words", "{'word':'attempt'}");
            throw ItemErrors.invalidPayload("no");
        };
        Refused.by(() -> shelf.update("authors", 1, "{'name':'y'}", shelf.heard));
        assertThat(shelf.count("words")).isEqualTo(1);
        assertThat(shelf.row("authors", 1, "name")).isEqualTo(json("{'name':'x'}"));
    }

    @ParameterizedTest
    @EnumSource
    void listenersAreAskedBeforeRightsAndValidation(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        Refused.by(() -> shelf.create("books", "{}", new Session(Shelf.EDITOR, true)));
        assertThat(shelf.events.asked).hasSize(1);
        answer(shelf, "items.create", json("{'title':'named'}"));
        assertThat(shelf.create("books", "{}", new Session(Shelf.ADMIN, true)).isInt())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsToldOfWhatFailsAtTheEnd(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.events.whenTold = () -> {
            throw new IllegalStateException("listener");
        };
        assertThat(catchThrowable(() -> shelf.create("authors", "{'name':'x'}", shelf.heard)))
                .hasMessage("listener");
        assertThat(shelf.count("authors")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void writesOfListenersJoinTheTransactionAndAreToldToo(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.events.whenTold = () -> {
            if (shelf.count("words") == 0) {
                shelf.create("words", "{'word':'w'}", shelf.heard);
            }
        };
        shelf.create("authors", "{'name':'x'}", shelf.heard);
        assertThat(shelf.events.toldNames()).containsExactly("authors items.create", "words items.create");
        assertThat(shelf.count("words")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatAListenerCatchesIsRolledBackAlone(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("words", "{'word':'w'}");
        shelf.events.answer = (event, payload) -> {
            if (event.collection().equals("authors")) {
                Refused.by(() -> shelf.items.create(
                        "words", List.of(object("{'word':'v'}"), object("{'word':'w'}")), shelf.heard));
            }
            return payload;
        };
        shelf.create("authors", "{'name':'x'}", shelf.heard);
        assertThat(shelf.count("authors")).isEqualTo(1);
        assertThat(shelf.count("words")).isEqualTo(1);
        assertThat(shelf.events.toldNames()).containsExactly("authors items.create");
    }

    @ParameterizedTest
    @EnumSource
    void readsAreAskedAndTold(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.items.create("authors", List.of(object("{'name':'a'}"), object("{'name':'b'}")), Session.SYSTEM);
        var query = QueryReader.sanitised(json("{'fields':['name'],'limit':1}"));
        assertThat(shelf.items.read("authors", query, shelf.heard)).isEqualTo(json("[{'name':'a'}]"));
        assertThat(shelf.events.asked)
                .extracting(ItemEventsTest::told)
                .containsExactly(
                        "authors items.query {\"collection\":\"authors\"}",
                        "authors items.read {\"query\":{\"fields\":[\"name\"],\"limit\":1},\"collection\":\"authors\"}");
        assertThat(shelf.events.payloads)
                .containsExactly(json("{'fields':['name'],'limit':1}"), json("[{'name':'a'}]"));
        assertThat(told(shelf.events.told.get(0).get(0)))
                .isEqualTo("authors items.read {\"payload\":[{\"name\":\"a\"}],"
                        + "\"query\":{\"fields\":[\"name\"],\"limit\":1},\"collection\":\"authors\"}");
    }

    @ParameterizedTest
    @EnumSource
    void listenersMayReplaceQueriesAndWhatIsRead(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.items.create("authors", List.of(object("{'name':'a'}"), object("{'name':'b'}")), Session.SYSTEM);
        answer(shelf, "items.query", json("{'fields':'name','filter':{'id':{'_eq':2}}}"));
        assertThat(shelf.items.read("authors", QueryReader.sanitised(json("{}")), shelf.heard))
                .isEqualTo(json("[{'name':'b'}]"));
        answer(shelf, "items.read", json("[{'name':'***'}]"));
        assertThat(shelf.items.readOne("authors", keys(1).get(0), QueryReader.sanitised(json("{}")), shelf.heard))
                .isEqualTo(json("{'name':'***'}"));
        assertThat(shelf.events.told.get(1).get(0).meta().get("payload")).isEqualTo(json("[{'name':'***'}]"));
    }
}
