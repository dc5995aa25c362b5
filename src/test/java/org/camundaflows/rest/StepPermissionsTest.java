package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.rest.ShopServer.ADMIN;
import static org.camundaflows.rest.ShopServer.EDITOR;
import static org.camundaflows.rest.ShopServer.NOBODY;
import static org.camundaflows.rest.ShopServer.VIEWER;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camundaflows.FlowSketch;
import org.camundaflows.rest.ShopServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what with which value of {@code permissions}: every caller, every item step, every value. */
class StepPermissionsTest {

    private static final Map<String, String> CALLERS =
            Map.of("admin", ADMIN, "editor", EDITOR, "viewer", VIEWER, "public", NOBODY);

    private static final Map<String, String> ROLES = Map.of(
            "admin", "525d6d35-7c57-4b34-ac39-be1189f1d761",
            "editor role", "7c7ba202-3946-4b71-a500-ee6e737703e2",
            "viewer", "8f9dac70-c258-4757-a1f9-a52c80192f11");

    private static final List<String> OPTIONS =
            List.of("", "$trigger", "$public", "$full", "admin", "editor role", "viewer", "unknown");

    /**
     * What each step does with an article that is a draft and belongs to the editor, by who may do it. A role alone is
     * nobody's, so it owns nothing.
     */
    private enum Step {
        READ("item-read", "{\"collection\":\"articles\",\"key\":[3]}", "admin", "editor", "editor role"),
        CREATE(
                "item-create",
                "{\"collection\":\"comments\",\"payload\":{\"text\":\"by a step\"}}",
                "admin",
                "editor",
                "editor role"),
        UPDATE(
                "item-update",
                "{\"collection\":\"articles\",\"key\":[3],\"payload\":{\"stock\":9,\"price\":1}}",
                "admin",
                "editor"),
        DELETE("item-delete", "{\"collection\":\"articles\",\"key\":[3]}", "admin", "editor");

        private final String type;
        private final String options;
        private final List<String> allowed;

        Step(String type, String options, String... allowed) {
            this.type = type;
            this.options = options;
            this.allowed = List.of(allowed);
        }

        FlowSketch flow(String permissions) {
            String value = ROLES.getOrDefault(permissions, permissions);
            return FlowSketch.webhook(name() + " as " + permissions)
                    .option("error_on_reject", true)
                    .step(
                            "step",
                            type,
                            options.replaceFirst("\\{", "{\"permissions\":\"" + value.replace("$", "\\$") + "\","))
                    .otherwise("refused", "transform", "{\"json\":{\"refused\":true}}");
        }

        boolean allows(String caller, String permissions) {
            String who =
                    switch (permissions) {
                        case "", "$trigger" -> caller;
                        case "$public", "unknown" -> "public";
                        case "$full" -> "admin";
                        default -> permissions;
                    };
            return allowed.contains(who);
        }
    }

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
        shop.call("PATCH", "/items/comments", ADMIN, "{\"query\":{\"limit\":-1},\"data\":{\"article\":null}}");
        shop.call("DELETE", "/items/articles_topics", ADMIN, "{\"query\":{\"limit\":-1}}");
    }

    static Stream<Arguments> matrix() {
        return Stream.of(Step.values())
                .flatMap(step -> CALLERS.keySet().stream().sorted().flatMap(caller -> OPTIONS.stream()
                        .map(option -> Arguments.of(step, caller, option))));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void aStepMayWhatItsRightsSay(Step step, String caller, String permissions) {
        FlowSketch flow = step.flow(permissions);
        shop.save(flow);
        String before = state();

        Answer answer = shop.call("POST", "/flows/trigger/" + flow.id(), CALLERS.get(caller), "{}");

        assertThat(answer.status()).isEqualTo(200);
        boolean allowed = step.allows(caller, permissions);
        assertThat(answer.json().has("refused")).isEqualTo(!allowed);
        assertThat(state().equals(before)).isEqualTo(!allowed || step == Step.READ);
    }

    private static String state() {
        return shop.get("/items/articles?fields=id,stock&sort=id&limit=-1", ADMIN)
                        .json()
                + shop.get("/items/comments?fields=id&sort=id&limit=-1", ADMIN)
                        .json()
                        .toString();
    }
}
