package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.rest.ShopServer.ADMIN;
import static org.camundaflows.rest.ShopServer.EDITOR;
import static org.camundaflows.rest.ShopServer.NOBODY;
import static org.camundaflows.rest.ShopServer.VIEWER;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.camundaflows.FlowSketch;
import org.camundaflows.rest.ShopServer.Answer;
import org.camundaflows.store.schema.SchemaChanges;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weaknesses that systems of this kind have had, tried over HTTP and over flows. */
class ItemAttacksTest {

    /** The editor reads authors, but not their addresses. */
    private static final String CANARY = "hidden-canary@example.com";

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
        shop.call("PATCH", "/items/authors/1", ADMIN, "{\"email\":\"" + CANARY + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields=email",
                "fields=id,email",
                "alias[x]=email&fields=x",
                "aggregate[max]=email",
                "aggregate[countDistinct]=email",
                "aggregate[min]=email&groupBy=id",
                "groupBy=email&aggregate[count]=*",
                "sort=email",
                "sort=-email",
                "filter[email][_starts_with]=hidden",
                "filter[_or][0][email][_nnull]=true",
                "filter[_and][0][_or][0][email][_eq]=" + CANARY,
                "filter[articles][author][email][_nnull]=true",
                "fields=articles.author.email",
                "fields=articles.author.email&deep[articles][_sort]=author.email",
                "deep[articles][_filter][author][email][_nnull]=true&fields=articles.id",
                "sort=articles.author.email",
            })
    void aConcealedFieldIsRefusedHoweverItIsAskedFor(String query) {
        Answer answer = shop.get("/items/authors?" + query, EDITOR);

        assertThat(answer.status()).as(query).isEqualTo(403);
        assertThat(answer.json().toString()).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields=*", "fields=*.*", "fields=articles.author.*", "search=hidden-canary", ""})
    void aConcealedFieldIsNotAmongAllNorSearched(String query) {
        Answer answer = shop.get("/items/authors?" + query, EDITOR);

        assertThat(answer.json().toString()).as(query).doesNotContain(CANARY).doesNotContain("email");
        if (query.startsWith("search")) {
            assertThat(answer.data()).isEmpty();
        }
    }

    @Test
    void theRunLogOfALimitedReadHoldsNoConcealedField() {
        FlowSketch flow = FlowSketch.webhook("limited read")
                .option("error_on_reject", true)
                .step("read", "item-read", "{\"collection\":\"authors\",\"query\":{\"fields\":[\"*\"],\"limit\":-1}}");
        shop.save(flow);

        Answer answer = shop.call("POST", "/flows/trigger/" + flow.id(), EDITOR, "{}");

        assertThat(answer.json().path("read")).hasSize(3);
        assertThat(answer.json().toString()).doesNotContain(CANARY);
        assertThat(recorded(flow)).contains("\"read\"").doesNotContain(CANARY);
    }

    private static String recorded(FlowSketch flow) {
        String run = shop.get("/flows/" + flow.id() + "/runs", ADMIN)
                .json()
                .at("/data/0/id")
                .asText();
        return shop.get("/runs/" + run, ADMIN).json().toString();
    }

    @Test
    void theTokensAndPasswordsOfUsersAreNeverToldInClear() {
        String users = shop.get("/users?fields=*", ADMIN).json().toString();

        assertThat(users).contains("editor@example.com").doesNotContain("token-editor");
        assertThat(shop.get("/users?filter[token][_starts_with]=token-e", ADMIN)
                        .json()
                        .toString())
                .doesNotContain("editor@example.com");
        assertThat(shop.get("/users?fields=email&search=token-editor", ADMIN).data())
                .isEmpty();
    }

    @Test
    void aPermissionDoesNotReviveWithAFieldOfTheSameName() {
        assertThat(shop.get("/items/articles?fields=slug", EDITOR).status()).isEqualTo(200);
        SchemaChanges changes = shop.server().bean(SchemaChanges.class);
        changes.deleteField("articles", "slug");
        changes.createField("articles", FlowSketch.parse("{\"field\":\"slug\",\"type\":\"string\"}"));

        assertThat(shop.get("/items/articles?fields=slug", EDITOR).status()).isEqualTo(403);
        assertThat(shop.get("/items/articles?fields=slug", ADMIN).status()).isEqualTo(200);
        assertThat(shop.get("/items/articles?fields=title", EDITOR).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id\"",
                "id\" from \"items\".\"authors\" --",
                "id'; drop table \"items\".\"authors\"; --",
                "id\u2019",
                "id) or (1=1",
                "\"items\".\"authors\".\"email\"",
                "1;select 1",
            })
    void sqlInNamesIsNoNameOfAField(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        for (String query : new String[] {
            "fields=" + encoded,
            "sort=" + encoded,
            "groupBy=" + encoded,
            "aggregate[max]=" + encoded,
            "filter[" + encoded + "][_eq]=1",
            "alias[" + encoded + "]=email&fields=" + encoded,
        }) {
            Answer answer =
                    shop.get("/items/authors?" + query.replace("[", "%5B").replace("]", "%5D"), EDITOR);
            assertThat(answer.status()).as(query).isIn(400, 403);
            assertThat(answer.json().toString()).doesNotContain(CANARY).doesNotContain("SQL");
        }
        Answer collection = shop.get("/items/" + encoded.replace("+", "%20"), ADMIN);
        assertThat(collection.status()).isIn(400, 403, 404);
        assertThat(shop.get("/items/authors", ADMIN).data()).hasSize(3);
    }

    @Test
    void sqlInValuesIsAValue() {
        assertThat(shop.get("/items/authors?filter%5Bname%5D%5B_eq%5D=x'%20or%20'1'='1", EDITOR)
                        .data())
                .isEmpty();
        assertThat(shop.get("/items/authors?search=%25'%20or%201=1%20--", EDITOR)
                        .data())
                .isEmpty();
    }

    @Test
    void anEmptyListOfValuesMatchesNothingAndExcludesNothing() {
        assertThat(found("in", "{\"id\":{\"_in\":[]}}")).isZero();
        assertThat(found("in within", "{\"_and\":[{\"id\":{\"_in\":[]}}]}")).isZero();
        assertThat(found("not in", "{\"id\":{\"_nin\":[]}}")).isEqualTo(3);
    }

    /** Over HTTP such lists are refused; steps take them. */
    private static int found(String name, String filter) {
        FlowSketch flow = FlowSketch.webhook("empty " + name)
                .step("read", "item-read", "{\"collection\":\"authors\",\"query\":{\"filter\":" + filter + "}}");
        shop.save(flow);
        assertThat(shop.call("SEARCH", "/items/authors", EDITOR, "{\"query\":{\"filter\":" + filter + "}}")
                        .code())
                .isEqualTo("INVALID_QUERY");
        Answer answer = shop.call("POST", "/flows/trigger/" + flow.id(), EDITOR, "{}");
        assertThat(answer.json().path("read").isArray()).isTrue();
        return answer.json().path("read").size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACT_RU_VARIABLE",
                "act_ru_variable",
                "ACT_HI_VARINST",
                "ACT_GE_BYTEARRAY",
                "PUBLIC.ACT_RE_DEPLOYMENT",
                "INFORMATION_SCHEMA.USERS",
                "flyway_schema_history",
                "flows_outbox",
                "event_outbox"
            })
    void tablesOfTheEngineAreNotItems(String table) {
        for (String token : new String[] {ADMIN, EDITOR, NOBODY}) {
            assertThat(shop.get("/items/" + table, token).status()).isEqualTo(403);
            assertThat(shop.call("POST", "/items/" + table, token, "{}").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void onlyAdministratorsWriteFlowsAsItems() {
        FlowSketch flow = FlowSketch.webhook("of an intruder").transform("a", "1");
        for (String token : new String[] {EDITOR, VIEWER, NOBODY}) {
            assertThat(shop.call(
                                    "POST",
                                    "/items/directus_flows",
                                    token,
                                    flow.json().toString())
                            .status())
                    .isEqualTo(403);
            assertThat(shop.call("POST", "/deployments", token, flow.json().toString())
                            .status())
                    .isIn(401, 403);
        }
        assertThat(shop.call("POST", "/flows/trigger/" + flow.id(), ADMIN, "{}").status())
                .isEqualTo(403);
    }
}
