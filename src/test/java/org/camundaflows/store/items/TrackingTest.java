package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.store.items.Shelf.json;
import static org.camundaflows.store.items.Shelf.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.camundaflows.security.Accountability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrackingTest {

    private static ArrayNode activities(Shelf shelf) {
        return shelf.rows("directus_activity", "action", "collection", "item");
    }

    @ParameterizedTest
    @EnumSource
    void writesLeaveWhoDidWhat(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("books", "{'title':'T'}", shelf.admin);
        assertThat(shelf.row("directus_activity", 1, "*"))
                .isEqualTo(json("{'id':1,'action':'create','user':'" + Shelf.USER
                        + "','timestamp':'2024-05-06T07:08:09.123Z','ip':'10.0.0.1','user_agent':'tests',"
                        + "'collection':'books','item':'1','origin':'https://example.com'}"));
        assertThat(shelf.row("directus_revisions", 1, "*"))
                .isEqualTo(json("{'id':1,'activity':1,'collection':'books','item':'1','data':{'title':'T'},"
                        + "'delta':{'title':'T'},'parent':null}"));
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateKeepsTheItemAndWhatWasWritten(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("books", "{'title':'T','comments':[{}]}");
        shelf.update("books", "1", "{'title':'U','nope':1}", shelf.admin);
        JsonNode revision = shelf.row("directus_revisions", 1, "data", "delta");
        assertThat(revision.get("delta"))
                .isEqualTo(json("{'title':'U','changed':'2024-05-06T07:08:09.123Z','changed_by':'" + Shelf.USER
                        + "','changed_as':'" + Shelf.ROLE + "'}"));
        assertThat(revision.get("data").get("title").textValue()).isEqualTo("U");
        assertThat(revision.get("data").get("comments")).isEqualTo(json("[1]"));
    }

    @ParameterizedTest
    @EnumSource
    void collectionsTrackAsMuchAsTheyWant(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("comments", "{'text':'x'}", shelf.admin);
        shelf.update("comments", 1, "{'text':'y'}", shelf.admin);
        shelf.create("authors", "{'name':'x'}", shelf.admin);
        shelf.items.delete("comments", keys(1), shelf.admin);
        assertThat(activities(shelf))
                .isEqualTo(json("[{'action':'create','collection':'comments','item':'1'},"
                        + "{'action':'update','collection':'comments','item':'1'},"
                        + "{'action':'delete','collection':'comments','item':'1'}]"));
        assertThat(shelf.count("directus_revisions")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theSystemLeavesNothingButFullAccessDoes(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("books", "{'title':'T'}");
        shelf.update("books", 1, "{'title':'U'}", Session.SYSTEM);
        assertThat(shelf.count("directus_activity")).isZero();
        shelf.items.delete("books", keys(1), new Session(Accountability.full(), false));
        assertThat(shelf.row("directus_activity", 1, "user", "ip")).isEqualTo(json("{'user':null,'ip':null}"));
        assertThat(shelf.count("directus_revisions")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsConcealedIsNotKept(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("members", "{'email':'e','password':'secret','token':'t0ken'}", shelf.admin);
        JsonNode key = shelf.rows("members", "id").get(0).get("id");
        shelf.update("members", key.textValue(), "{'password':'secret','token':null}", shelf.admin);
        shelf.create("books", "{'title':'T','owner':{'password':'secret','token':'t0ken2'}}", shelf.admin);
        String revisions = shelf.rows("directus_revisions", "data", "delta").toString();
        assertThat(revisions).doesNotContain("secret").doesNotContain("t0ken");
        assertThat(shelf.row("directus_revisions", 1, "data"))
                .isEqualTo(json("{'data':{'email':'e','password':'**********','token':'**********'}}"));
        assertThat(shelf.row("directus_revisions", 2, "delta"))
                .isEqualTo(json("{'delta':{'password':'**********','token':null}}"));
        assertThat(shelf.row("directus_revisions", 4, "data"))
                .isEqualTo(json("{'data':{'title':'T','owner':{'password':'**********','token':'**********'}}}"));
    }

    @ParameterizedTest
    @EnumSource
    void revisionsOfNestedItemsBelongToThatOfTheirParent(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        shelf.create("books", "{'title':'T','owner':{'email':'e'}}", shelf.admin);
        assertThat(shelf.rows("directus_revisions", "id", "collection", "parent"))
                .isEqualTo(json(
                        "[{'id':1,'collection':'members','parent':2},{'id':2,'collection':'books','parent':null}]"));
    }

    @ParameterizedTest
    @EnumSource
    void whatCallersSayAboutThemselvesIsCutToItsColumn(Engine engine) throws Exception {
        Shelf shelf = new Shelf(engine);
        Accountability wordy = new Accountability(
                null, null, List.of(), true, true, "1".repeat(99), "a".repeat(5000), "https://" + "o".repeat(99));
        shelf.create("books", "{'title':'T'}", new Session(wordy, false));
        assertThat(shelf.row("directus_activity", 1, "origin")).isEqualTo(json("{'origin':'https://oooooooooooo'}"));
    }
}
