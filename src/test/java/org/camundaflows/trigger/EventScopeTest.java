package org.camundaflows.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventScopeTest {

    private static EventScope scope(String options) {
        return EventScope.of((ObjectNode) FlowSketch.parse(options));
    }

    @Test
    void eventsOfItemsAreNamedByTheirCollections() {
        EventScope scope = scope(
                """
                {"type":"action","scope":["items.create","items.delete"],"collections":["posts","directus_users"]}""");

        assertThat(scope.names())
                .containsExactlyInAnyOrder("posts.items.create", "users.create", "posts.items.delete", "users.delete");
        assertThat(scope.hears("posts.items.create")).isTrue();
        assertThat(scope.hears("items.create")).isFalse();
        assertThat(scope.hears("posts.items.update")).isFalse();
    }

    @Test
    void textsWithCommasAreLists() {
        EventScope scope = scope("{\"type\":\"filter\",\"scope\":\"items.update,auth.login\",\"collections\":\"a,b\"}");

        assertThat(scope.filter()).isTrue();
        assertThat(scope.names()).containsExactlyInAnyOrder("a.items.update", "b.items.update", "auth.login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"items.create", "items.update", "items.delete"})
    void writesWithoutCollectionsAreNotHeard(String scope) {
        assertThat(scope("{\"type\":\"filter\",\"scope\":[\"" + scope + "\"]}").names())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "items.read,items.read,true",
        "items.read,posts.items.read,false",
        "posts.items.read,posts.items.read,true",
        "*.items.create,posts.items.create,true",
        "*.items.create,items.create,false",
        "posts.*.create,posts.items.create,true",
        "*.create,users.create,true",
        "*.create,posts.items.create,false",
        "posts.items.*,posts.items.delete,true",
        "po*.items.create,posts.items.create,false",
        "*,items.create,false"
    })
    void otherScopesStandAsTheyAreAndAStarIsOnePart(String scope, String event, boolean heard) {
        EventScope read = scope("{\"type\":\"action\",\"scope\":[\"" + scope + "\"],\"collections\":[\"ignored\"]}");

        assertThat(read.hears(event)).isEqualTo(heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"scope\":[\"auth.login\"]}", "{\"type\":\"other\",\"scope\":[\"auth.login\"]}"})
    void flowsOfNoOrAnotherTypeHearNothing(String options) {
        assertThat(scope(options).hears("auth.login")).isFalse();
    }
}
