package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.rest.ShopServer.ADMIN;
import static org.camundaflows.rest.ShopServer.EDITOR;
import static org.camundaflows.rest.ShopServer.NOBODY;
import static org.camundaflows.rest.ShopServer.VIEWER;

import java.net.http.HttpResponse;
import org.camundaflows.rest.ShopServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemRoutesTest {

    private static ShopServer shop;

    @BeforeAll
    static void start() {
        shop = ShopServer.start();
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @BeforeEach
    void reset() {
        shop.reset();
    }

    @Test
    void aListIsReadWithAQuery() {
        Answer answer = shop.get("/items/articles?fields=id&filter[stock][_gte]=3&sort=-id&limit=2", ADMIN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasToString("{\"data\":[{\"id\":4},{\"id\":3}]}");
    }

    @Test
    void searchTakesItsQueryFromTheBody() {
        Answer answer = shop.call(
                "SEARCH",
                "/items/articles?limit=1",
                ADMIN,
                "{\"query\":{\"fields\":[\"id\"],\"filter\":{\"id\":{\"_in\":[2,5]}},\"sort\":[\"id\"]}}");

        assertThat(answer.json()).hasToString("{\"data\":[{\"id\":2},{\"id\":5}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "total_count, '{\"total_count\":5}'",
        "filter_count, '{\"filter_count\":2}'",
        "*, '{\"total_count\":5,\"filter_count\":2}'",
        "'total_count,filter_count', '{\"total_count\":5,\"filter_count\":2}'",
    })
    void countsAreToldOnDemand(String meta, String counts) {
        Answer answer = shop.get("/items/articles?limit=1&filter[author][_eq]=1&meta=" + meta, ADMIN);

        assertThat(answer.json().path("meta")).hasToString(counts);
    }

    @Test
    void countsAreOfWhatTheCallerMayRead() {
        assertThat(shop.get("/items/articles?meta=*", VIEWER).json().path("meta"))
                .hasToString("{\"total_count\":3,\"filter_count\":3}");
    }

    @Test
    void oneItemIsRead() {
        assertThat(shop.get("/items/articles/1?fields=title", ADMIN).data())
                .hasToString("{\"title\":\"Alpine Lakes\"}");
        assertThat(shop.get("/items/articles/99", ADMIN).code()).isEqualTo("FORBIDDEN");
        assertThat(shop.get("/items/articles/3", VIEWER).status()).isEqualTo(403);
    }

    @Test
    void oneOrSeveralItemsAreCreated() {
        Answer one = shop.call("POST", "/items/comments?fields=text", ADMIN, "{\"text\":\"a\",\"score\":1}");
        Answer two = shop.call("POST", "/items/comments?fields=text", ADMIN, "[{\"text\":\"b\"},{\"text\":\"c\"}]");

        assertThat(one.status()).isEqualTo(200);
        assertThat(one.data()).hasToString("{\"text\":\"a\"}");
        assertThat(two.data()).hasToString("[{\"text\":\"b\"},{\"text\":\"c\"}]");
    }

    @Test
    void whoMayWriteButNotReadHearsOnlyThatItIsDone() {
        assertThat(shop.call("POST", "/items/logbook", EDITOR, "{\"message\":\"x\"}")
                        .status())
                .isEqualTo(204);
        assertThat(shop.get("/items/logbook", ADMIN).data()).hasSize(1);
    }

    @Test
    void itemsAreChangedByKeyKeysQueryOrEachForItself() {
        assertThat(shop.call("PATCH", "/items/articles/1?fields=stock", ADMIN, "{\"stock\":77}")
                        .data())
                .hasToString("{\"stock\":77}");
        assertThat(shop.call(
                                "PATCH",
                                "/items/articles?fields=id,stock",
                                ADMIN,
                                "{\"keys\":[2,3],\"data\":{\"stock\":78}}")
                        .data())
                .hasToString("[{\"id\":2,\"stock\":78},{\"id\":3,\"stock\":78}]");
        assertThat(shop.call(
                                "PATCH",
                                "/items/articles?fields=id,stock",
                                ADMIN,
                                "{\"query\":{\"filter\":{\"id\":{\"_eq\":4}}},\"data\":{\"stock\":79}}")
                        .data())
                .hasToString("[{\"id\":4,\"stock\":79}]");
        assertThat(shop.call("PATCH", "/items/articles?fields=stock", ADMIN, "[{\"id\":5,\"stock\":80}]")
                        .data())
                .hasToString("[{\"stock\":80}]");
    }

    @Test
    void itemsAreDeletedByKeyKeysListOrQuery() {
        shop.call("PATCH", "/items/comments", ADMIN, "{\"query\":{\"limit\":-1},\"data\":{\"article\":null}}");
        assertThat(shop.call("DELETE", "/items/comments/1", ADMIN, "").status()).isEqualTo(204);
        assertThat(shop.call("DELETE", "/items/comments", ADMIN, "[2]").status())
                .isEqualTo(204);
        assertThat(shop.call("DELETE", "/items/comments", ADMIN, "{\"keys\":[3]}")
                        .status())
                .isEqualTo(204);
        assertThat(shop.call("DELETE", "/items/comments", ADMIN, "{\"query\":{\"filter\":{\"id\":{\"_eq\":4}}}}")
                        .status())
                .isEqualTo(204);
        assertThat(shop.get("/items/comments", ADMIN).data()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\":5}", "{\"keys\":[null]}", "{\"keys\":[{\"id\":1}]}", "{\"query\":1}"})
    void nothingIsDeletedWithoutKeysOrQuery(String body) {
        assertThat(shop.call("DELETE", "/items/comments", ADMIN, body).status()).isEqualTo(400);
        assertThat(shop.get("/items/comments", ADMIN).data()).hasSize(4);
    }

    @Test
    void aSingletonIsOneObject() {
        assertThat(shop.get("/items/site?fields=title", ADMIN).data().isObject())
                .isTrue();
        assertThat(shop.call("PATCH", "/items/site?fields=title", ADMIN, "{\"title\":\"New\"}")
                        .data())
                .hasToString("{\"title\":\"New\"}");
        assertThat(shop.call("POST", "/items/site", ADMIN, "{\"title\":\"x\"}").code())
                .isEqualTo("ROUTE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"directus_users", "directus_flows", "directus_permissions", "directus_nothing"})
    void directusOwnCollectionsAreNotItems(String collection) {
        for (String token : new String[] {ADMIN, VIEWER, NOBODY}) {
            Answer answer = shop.get("/items/" + collection, token);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void directusOwnCollectionsHaveRoutesOfTheirOwn() {
        assertThat(shop.get("/roles?fields=name&sort=name", ADMIN).data())
                .hasToString("[{\"name\":\"Admins\"},{\"name\":\"Editors\"},{\"name\":\"Viewers\"}]");
        assertThat(shop.get("/roles", NOBODY).status()).isEqualTo(403);
        assertThat(shop.get("/permissions", EDITOR).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /items/articles", "POST, /items/articles/1", "PUT, /items/articles/1", "SEARCH, /items/articles/1"
    })
    void otherMethodsAreNoRoutes(String method, String path) {
        Answer answer = shop.call(method, path, ADMIN, "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("ROUTE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1", "nope", "\"text\"", "12"})
    void aBodyThatIsNoJsonObjectOrListIsRefused(String body) {
        Answer answer = shop.call("POST", "/items/products", ADMIN, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_PAYLOAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[[]]", "[null]", "[\"a\"]"})
    void aListOfOtherThanObjectsIsRefused(String body) {
        assertThat(shop.call("POST", "/items/products", ADMIN, body).code()).isEqualTo("INVALID_PAYLOAD");
        assertThat(shop.call("PATCH", "/items/products", ADMIN, body).code()).isEqualTo("INVALID_PAYLOAD");
    }

    @Test
    void anUnknownTokenIsRefusedBeforeAnythingElse() {
        Answer answer = shop.get("/items/articles", "wrong");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void answersAreNotKeptByOthers() {
        HttpResponse<String> answer = shop.server().send(shop.server().request("/items/articles"));

        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(answer.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=x", "sort=", "filter={", "filter[stock][_nope]=1", "page=0"})
    void aWrongQueryIsARefusalAndNoFailure(String query) {
        Answer answer = shop.get("/items/articles?" + query.replace("{", "%7B"), ADMIN);

        assertThat(answer.status()).isIn(200, 400);
        if (answer.status() == 400) {
            assertThat(answer.code()).isEqualTo("INVALID_QUERY");
        }
    }
}
