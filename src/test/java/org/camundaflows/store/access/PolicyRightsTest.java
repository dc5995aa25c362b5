package org.camundaflows.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camundaflows.filter.Filter;
import org.camundaflows.filter.Operator;
import org.camundaflows.json.Json;
import org.camundaflows.security.Accountability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRightsTest {

    private final AccessDatabase db = AccessDatabase.today();
    private final String role = db.role("r", null);
    private final String user = db.user("a@b.org", role, "t");
    private final String policy = db.policyOf(role);

    @Test
    void theSystemAndAdministratorsAreNotRestricted() {
        assertThat(db.rights().of(null).unrestricted()).isTrue();
        assertThat(db.rights().of(Accountability.full()).unrestricted()).isTrue();
        assertThat(db.rights().of(Accountability.anyone(null)).unrestricted()).isFalse();
    }

    @Test
    void permissionsOfSeveralPoliciesAreAlternativesInOrder() {
        String second = db.policy(false, false, null);
        db.grant(role, null, second, 2);
        db.permission(second, "things", "read", "b", Map.of());
        db.permission(policy, "things", "read", "a, c", Map.of());
        db.permission(policy, "things", "create", "z", Map.of());
        db.permission(policy, "others", "read", "z", Map.of());
        assertThat(permissions("things", Action.READ).stream().map(Permission::fields))
                .containsExactly(java.util.Set.of("a", "c"), java.util.Set.of("b"));
        assertThat(permissions("things", Action.UPDATE)).isEmpty();
        assertThat(permissions("Things", Action.READ)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "*, true",
                "'a,b', true",
                "'[\"b\",\"a\"]', true",
                "'', false",
                "null, false",
                "'[]', false",
                "b, false"
            })
    void fieldsAreNamedInTextOrArray(String fields, boolean granted) {
        db.permission(policy, "things", "read", fields, Map.of());
        assertThat(permissions("things", Action.READ).get(0).grants("a")).isEqualTo(granted);
    }

    @Test
    void rulesHoldForAllItemsWhenThereAreNone() {
        db.permission(policy, "things", "read", "*", Map.of("permissions", "{}", "validation", "{}"));
        db.permission(policy, "others", "read", "*", Map.of());
        for (String collection : List.of("things", "others")) {
            Permission permission = permissions(collection, Action.READ).get(0);
            assertThat(permission.rule()).isEqualTo(new Filter.Empty());
            assertThat(permission.validation()).isEqualTo(new Filter.Empty());
            assertThat(permission.presets()).isEmpty();
        }
    }

    @Test
    void variablesInRulesAreReplaced() {
        db.permission(policy, "things", "read", "*", Map.of("permissions", "{\"owner\":{\"_eq\":\"$CURRENT_USER\"}}"));
        Filter.Rule rule =
                (Filter.Rule) permissions("things", Action.READ).get(0).rule();
        assertThat(rule.operator()).isEqualTo(Operator.EQ);
        assertThat(rule.operand().textValue()).isEqualTo(user);
    }

    @Test
    void variablesInPresetsAreReplacedAtAnyDepth() {
        db.permission(
                policy,
                "things",
                "create",
                "*",
                Map.of(
                        "presets",
                        "{\"owner\":\"$CURRENT_USER\",\"at\":\"$NOW\",\"meta\":{\"roles\":[\"$CURRENT_ROLES\"],\"n\":1},"
                                + "\"live\":\"true\",\"text\":\"x\"}"));
        assertThat(Json.write(permissions("things", Action.CREATE).get(0).presets()))
                .isEqualTo("{\"owner\":\"" + user + "\",\"at\":\"2024-05-01T12:00:00.000Z\",\"meta\":{\"roles\":[[\""
                        + role + "\"]],\"n\":1},\"live\":true,\"text\":\"x\"}");
    }

    @Test
    void aRuleThatIsNoneRefusesEverything() {
        db.permission(policy, "things", "read", "*", Map.of("permissions", "{\"_and\":5}"));
        assertThatThrownBy(() -> permissions("things", Action.READ)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    $CURRENT_USER.email             | "a@b.org"
                    $CURRENT_USER.department.name   | "Sales"
                    $CURRENT_USER.teams.name        | ["red","blue"]
                    $CURRENT_USER.nothing           | null
                    $CURRENT_USER.department.nobody | null
                    $CURRENT_ROLE.name              | "r"
                    $CURRENT_ROLES.name             | ["r"]
                    $CURRENT_POLICIES.name          | ["p"]
                    $CURRENT_USERS                  | null
                    """)
    void dottedVariablesAreReadWithFullAccess(String variable, String expected) {
        assertThat(Json.write(db.rights(this::item).of(caller()).variables().current(variable)))
                .isEqualTo(expected);
    }

    private JsonNode item(String collection, List<String> keys, String path) {
        return switch (collection) {
            case "directus_users" ->
                json(
                        "[{\"email\":\"a@b.org\",\"department\":{\"name\":\"Sales\"},\"teams\":[{\"name\":\"red\"},{\"name\":\"blue\"}]}]");
            case "directus_roles" -> json("[{\"name\":\"r\"}]");
            default -> json("[{\"name\":\"p\"}]");
        };
    }

    @Test
    void aVariableIsReadOnceInARequest() {
        List<String> asked = new ArrayList<>();
        Rights rights = db.rights((collection, keys, path) -> {
                    asked.add(collection + keys + path);
                    return json("[{\"email\":\"x\"}]");
                })
                .of(caller());
        rights.variables().current("$CURRENT_USER.email");
        rights.variables().current("$CURRENT_USER.email");
        assertThat(asked).containsExactly("directus_users[" + user + "]email");
    }

    @Test
    void thePublicIsNobody() {
        Rights rights = db.rights(this::item).of(Accountability.anyone(null));
        assertThat(Json.write(rights.variables().current("$CURRENT_USER"))).isEqualTo("null");
        assertThat(Json.write(rights.variables().current("$CURRENT_USER.email")))
                .isEqualTo("null");
        assertThat(Json.write(rights.variables().current("$CURRENT_ROLES"))).isEqualTo("[]");
        assertThat(Json.write(rights.variables().current("$CURRENT_ROLES.name")))
                .isEqualTo("[]");
    }

    @Test
    void thePoliciesThatCountAreAVariable() {
        assertThat(Json.write(db.rights().of(caller()).variables().current("$CURRENT_POLICIES")))
                .isEqualTo("[\"" + policy + "\"]");
    }

    @Test
    void usersOfAnAppReachTheirOwnRows() {
        String app = db.policy(false, true, null);
        db.grant(role, null, app, 2);
        Rights rights = db.rights().of(caller());
        Permission own = rights.permissions("directus_users", Action.READ).get(0);
        assertThat(((Filter.Rule) own.rule()).operand().textValue()).isEqualTo(user);
        assertThat(own.grants("email")).isTrue();
        assertThat(own.grants("password")).isFalse();
        assertThat(own.grants("token")).isFalse();
        assertThat(rights.permissions("directus_notifications", Action.READ)).hasSize(1);
        assertThat(rights.permissions("directus_users", Action.DELETE)).isEmpty();
        assertThat(rights.permissions("directus_permissions", Action.READ)).isEmpty();
        assertThat(db.rights().of(Accountability.anyone(null)).permissions("directus_users", Action.READ))
                .isEmpty();
    }

    @Test
    void inEarlierDatabasesEachRoleIsItsOwnPolicy() {
        AccessDatabase old = AccessDatabase.earlier();
        String editors = old.insert(
                "directus_roles",
                AccessDatabase.row(
                        "id", AccessDatabase.id(), "name", "Editors", "admin_access", false, "app_access", true));
        String admins = old.insert(
                "directus_roles",
                AccessDatabase.row(
                        "id", AccessDatabase.id(), "name", "A", "admin_access", true, "ip_access", "10.0.0.0/8"));
        old.permission(editors, "things", "read", "a,b", Map.of("permissions", "{\"a\":1}"));
        old.permission("", "things", "read", "c", Map.of());
        Accountability editor = old.rules.accountability(null, editors, null, null, null);
        assertThat(editor.app()).isTrue();
        assertThat(editor.roles()).containsExactly(editors);
        assertThat(old.rights().of(editor).permissions("things", Action.READ))
                .singleElement()
                .satisfies(permission -> assertThat(permission.fields()).containsExactlyInAnyOrder("a", "b"));
        assertThat(old.rights().of(Accountability.anyone(null)).permissions("things", Action.READ))
                .singleElement()
                .satisfies(permission -> assertThat(permission.fields()).containsExactly("c"));
        assertThat(old.rules
                        .accountability(null, admins, "10.1.1.1", null, null)
                        .admin())
                .isTrue();
        assertThat(old.rules
                        .accountability(null, admins, "11.1.1.1", null, null)
                        .admin())
                .isFalse();
    }

    private Accountability caller() {
        return db.rules.accountability(user, role, null, null, null);
    }

    private List<Permission> permissions(String collection, Action action) {
        return db.rights().of(caller()).permissions(collection, action);
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
