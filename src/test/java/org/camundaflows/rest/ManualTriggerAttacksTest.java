package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.rest.ShopServer.ADMIN;
import static org.camundaflows.rest.ShopServer.EDITOR;
import static org.camundaflows.rest.ShopServer.NOBODY;
import static org.camundaflows.rest.ShopServer.VIEWER;

import org.camundaflows.FlowSketch;
import org.camundaflows.rest.ShopServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manual flows that somebody fires who may not. */
class ManualTriggerAttacksTest {

    private static final FlowSketch FLOW = manual("manual").transform("done", "true");
    private static final FlowSketch WITHOUT_SELECTION =
            manual("manual without selection").option("requireSelection", false).transform("done", "true");

    private static ShopServer shop;

    private static FlowSketch manual(String name) {
        FlowSketch flow = FlowSketch.webhook(name).trigger("manual");
        flow.option("collections", FlowSketch.parse("[\"articles\",\"logbook\"]"));
        return flow;
    }

    @BeforeAll
    static void start() {
        shop = ShopServer.start();
        shop.save(FLOW, WITHOUT_SELECTION);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody | {'collection':'articles','keys':['1']}",
                "viewer, not visible | {'collection':'articles','keys':['3']}",
                "viewer, one not visible | {'collection':'articles','keys':['1','3']}",
                "viewer, does not exist | {'collection':'articles','keys':['99']}",
                "viewer, not a key | {'collection':'articles','keys':['abc']}",
                "viewer, an object | {'collection':'articles','keys':[{'id':1}]}",
                "viewer, null | {'collection':'articles','keys':[null]}",
                "viewer, no keys | {'collection':'articles'}",
                "viewer, empty keys | {'collection':'articles','keys':[]}",
                "viewer, keys as text | {'collection':'articles','keys':'1'}",
                "viewer, keys as object | {'collection':'articles','keys':{'0':'1'}}",
                "viewer, foreign collection | {'collection':'authors','keys':['1']}",
                "viewer, system collection | {'collection':'directus_users','keys':['1']}",
                "viewer, no collection | {'keys':['1']}",
                "viewer, null collection | {'collection':null,'keys':['1']}",
                "viewer, list of collections | {'collection':['articles'],'keys':['1']}",
                "viewer, nothing | {}",
                "viewer, a list | [1]",
                "editor, collection not readable | {'collection':'logbook','keys':['1']}",
                "admin, empty keys | {'collection':'articles','keys':[]}",
                "admin, foreign collection | {'collection':'authors','keys':['1']}",
            })
    void isRefusedAndNothingRuns(String who, String body) {
        Answer answer = fire(FLOW, token(who), body);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(answer.json().toString()).doesNotContain("articles").doesNotContain("manual");
        assertThat(shop.get("/flows/" + FLOW.id() + "/runs", ADMIN).data()).isEmpty();
    }

    @Test
    void isAllowedForWhatTheCallerMayRead() {
        assertThat(fire(WITHOUT_SELECTION, VIEWER, "{'collection':'articles','keys':['1','2']}")
                        .status())
                .isEqualTo(200);
        assertThat(fire(WITHOUT_SELECTION, VIEWER, "{'collection':'articles'}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody | {'collection':'articles'}",
                "viewer | {'collection':'articles','keys':['3']}",
                "editor | {'collection':'logbook'}",
            })
    void withoutSelectionTheRightsCountAllTheSame(String who, String body) {
        assertThat(fire(WITHOUT_SELECTION, token(who), body).status()).isEqualTo(403);
    }

    @Test
    void isNoPageToGet() {
        assertThat(shop.get(
                                "/flows/trigger/" + FLOW.id() + "?collection=articles&keys[]=1".replace("[]", "%5B%5D"),
                                VIEWER)
                        .status())
                .isIn(403, 404);
    }

    private static Answer fire(FlowSketch flow, String token, String body) {
        return shop.call("POST", "/flows/trigger/" + flow.id(), token, body.replace('\'', '"'));
    }

    private static String token(String who) {
        return switch (who.split(",")[0]) {
            case "viewer" -> VIEWER;
            case "editor" -> EDITOR;
            case "admin" -> ADMIN;
            default -> NOBODY;
        };
    }
}
