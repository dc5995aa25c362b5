package org.camundaflows.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.json.Json;

/** Tells whether storing a flow would change anything. What is not given stays as it is stored. */
final class StoredContent {

    /** Of the system where the flow was made, or not part of its row. */
    private static final Set<String> IGNORED = Set.of("operations", "user_created", "date_created");

    private StoredContent() {}

    static boolean holds(Flow stored, Flow given) {
        return holds(stored.json(), given.json())
                && stored.operations().size() == given.operations().size()
                && given.operations().stream().allMatch(operation -> stored.operation(operation.id())
                        .map(FlowOperation::json)
                        .filter(row -> holds(row, operation.json()) && hasLinks(row, operation))
                        .isPresent());
    }

    private static boolean holds(ObjectNode stored, ObjectNode given) {
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            if (!IGNORED.contains(member.getKey())
                    && !text(stored.path(member.getKey())).equals(text(member.getValue()))) {
                return false;
            }
        }
        return true;
    }

    /** Links that are not given are none. */
    private static boolean hasLinks(ObjectNode stored, FlowOperation given) {
        return text(stored.path("resolve")).equals(text(given.json().path("resolve")))
                && text(stored.path("reject")).equals(text(given.json().path("reject")));
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "null" : Json.write(value);
    }
}
