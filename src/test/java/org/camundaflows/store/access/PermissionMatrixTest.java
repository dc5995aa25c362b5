package org.camundaflows.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.error.ItemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every caller with every value of the option {@code permissions}: what may a step then do? */
class PermissionMatrixTest {

    private static final String UNKNOWN = "11111111-2222-4333-8444-555555555555";

    private final AccessDatabase db = AccessDatabase.today();
    private final PermissionsOption option = new PermissionsOption(db.rules);
    private final Map<String, String> roles = new HashMap<>();
    private final Map<String, String> users = new HashMap<>();

    PermissionMatrixTest() {
        addRole("admin", null, db.policy(true, true, null), "");
        addRole("editor", null, db.policy(false, false, null), "create,read,update,delete");
        addRole("viewer", null, db.policy(false, false, null), "read");
        addRole("junior", "viewer", db.policy(false, false, null), "update");
        addRole("inside", null, db.policy(false, false, "10.0.0.0/8"), "delete");
        addRole("nothing", null, db.policy(false, false, null), "");
        String ofPublic = db.policy(false, false, null);
        db.grant(null, null, ofPublic, 1);
        db.permission(ofPublic, "things", "create", "*", Map.of());
    }

    private void addRole(String name, String parent, String policy, String actions) {
        String role = db.role(name, parent == null ? null : roles.get(parent));
        roles.put(name, role);
        users.put(name, db.user(name + "@example.com", role, name));
        db.grant(role, null, policy, 1);
        Stream.of(actions.split(","))
                .filter(action -> !action.isEmpty())
                .forEach(action -> db.permission(policy, "things", action, "*", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # caller  | $trigger                  | $public | $full | editor                    | viewer | junior      | inside | admin | nothing
                    admin     | all                       | create  | all   | create read update delete | read   | read update |        | all   |
                    editor    | create read update delete | create  | all   | create read update delete | read   | read update |        | all   |
                    viewer    | read                      | create  | all   | create read update delete | read   | read update |        | all   |
                    junior    | read update               | create  | all   | create read update delete | read   | read update |        | all   |
                    inside    | delete                    | create  | all   | create read update delete | read   | read update |        | all   |
                    nothing   |                           | create  | all   | create read update delete | read   | read update |        | all   |
                    public    | create                    | create  | all   | create read update delete | read   | read update |        | all   |
                    schedule  | all                       | create  | all   | create read update delete | read   | read update |        | all   |
                    """)
    void aStepMayDoWhatItsOptionSays(
            String caller,
            String trigger,
            String anyone,
            String full,
            String editor,
            String viewer,
            String junior,
            String inside,
            String admin,
            String nothing) {
        JsonNode fired = fired(caller);
        for (JsonNode absent : new JsonNode[] {
            MissingNode.getInstance(), NullNode.getInstance(), TextNode.valueOf(""), TextNode.valueOf("$trigger")
        }) {
            assertThat(allowed(absent, fired)).isEqualTo(words(trigger));
        }
        assertThat(allowed(TextNode.valueOf("$public"), fired)).isEqualTo(words(anyone));
        assertThat(allowed(TextNode.valueOf("$full"), fired)).isEqualTo(words(full));
        assertThat(allowed(role("editor"), fired)).isEqualTo(words(editor));
        assertThat(allowed(role("viewer"), fired)).isEqualTo(words(viewer));
        assertThat(allowed(role("junior"), fired)).isEqualTo(words(junior));
        assertThat(allowed(role("inside"), fired)).isEqualTo(words(inside));
        assertThat(allowed(role("admin"), fired)).isEqualTo(words(admin));
        assertThat(allowed(role("nothing"), fired)).isEqualTo(words(nothing));
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "$other", "editor", " $full", "$FULL", "5", "true", "[\"$full\"]"})
    void whatNamesNoRoleRejects(String value) {
        for (String caller : new String[] {"admin", "editor", "public", "schedule"}) {
            assertThatThrownBy(() -> option.accountability(TextNode.valueOf(value), fired(caller)))
                    .isInstanceOfSatisfying(ItemException.class, refused -> {
                        ErrorValue error =
                                (ErrorValue) ((com.fasterxml.jackson.databind.node.POJONode) refused.value()).getPojo();
                        assertThat(error.isKnown()).isFalse();
                        assertThat(error.name()).isEqualTo("Error");
                        assertThat(error.message())
                                .isEqualTo("Configured role \"" + value + "\" isn't a valid role ID or doesn't exist.");
                    });
        }
    }

    @Test
    void thePublicAndTheSystemAreNobody() {
        JsonNode fired = fired("editor");
        assertThat(option.accountability(TextNode.valueOf("$public"), fired).json())
                .hasToString("{\"role\":null,\"user\":null,\"roles\":[],\"admin\":false,\"app\":false,\"ip\":null}");
        assertThat(option.accountability(TextNode.valueOf("$full"), fired).json())
                .hasToString("{\"role\":null,\"user\":null,\"roles\":[],\"admin\":true,\"app\":true,\"ip\":null}");
    }

    @Test
    void aRoleActsWithoutUserAndAddress() {
        assertThat(option.accountability(role("junior"), fired("editor")).json())
                .hasToString(
                        "{\"role\":\"" + roles.get("junior") + "\",\"user\":null,\"roles\":[\"" + roles.get("viewer")
                                + "\",\"" + roles.get("junior") + "\"],\"admin\":false,\"app\":false,\"ip\":null}");
    }

    @Test
    void theCallerActsAsTheyFiredTheFlow() {
        Accountability caller = Accountability.of(fired("editor")).orElseThrow();
        assertThat(option.accountability(TextNode.valueOf("$trigger"), fired("editor")))
                .isEqualTo(caller);
        assertThat(option.accountability(TextNode.valueOf("$trigger"), NullNode.getInstance()))
                .isNull();
    }

    @Test
    void notificationsWithFullRightsComeFromTheSystem() {
        JsonNode fired = fired("editor");
        assertThat(option.forNotification(TextNode.valueOf("$full"), fired)).isNull();
        assertThat(option.forNotification(TextNode.valueOf("$public"), fired)).isEqualTo(Accountability.anyone(null));
        assertThat(option.forNotification(MissingNode.getInstance(), fired).user())
                .isEqualTo(users.get("editor"));
        assertThatThrownBy(() -> option.forNotification(TextNode.valueOf("x"), fired))
                .isInstanceOf(ItemException.class);
    }

    private JsonNode role(String name) {
        return TextNode.valueOf(roles.get(name));
    }

    private JsonNode fired(String caller) {
        return caller.equals("schedule")
                ? NullNode.getInstance()
                : db.rules
                        .accountability(users.get(caller), roles.get(caller), "10.0.0.1", null, null)
                        .json();
    }

    private String allowed(JsonNode value, JsonNode fired) {
        Rights rights = db.rights().of(option.accountability(value, fired));
        return rights.unrestricted()
                ? "all"
                : Arrays.stream(Action.values())
                        .filter(action -> !rights.permissions("things", action).isEmpty())
                        .map(Action::id)
                        .collect(Collectors.joining(" "));
    }

    private static String words(String cell) {
        return cell == null ? "" : cell;
    }
}
