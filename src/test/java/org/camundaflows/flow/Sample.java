package org.camundaflows.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.camundaflows.json.Json;

/** Flows for tests, small and without a problem unless changed. */
final class Sample {

    private Sample() {}

    /** A webhook flow of three operations: check, on success call, on either failure complain. */
    static ObjectNode json() {
        return (ObjectNode)
                parse(
                        """
                {"id": "f1", "name": "Sample", "status": "active", "trigger": "webhook", "accountability": "all",
                 "options": {"method": "POST", "return": "call.data"}, "operation": "o1",
                 "operations": [
                   {"id": "o1", "key": "check", "name": "Check", "type": "condition", "position_x": 19, "position_y": 1,
                    "options": {"filter": {"$trigger": {"body": {"qty": {"_gt": 0}}}}}, "resolve": "o2", "reject": "o3",
                    "flow": "f1"},
                   {"id": "o2", "key": "call", "name": null, "type": "request", "position_x": 37, "position_y": 1,
                    "options": {"method": "POST", "url": "https://shop.example/{{ $trigger.body.id }}",
                                "headers": [{"header": "Accept", "value": "application/json"}],
                                "body": "{\\"check\\": \\"{{ check }}\\"}"}, "resolve": null, "reject": "o4",
                    "flow": "f1"},
                   {"id": "o3", "key": "refuse", "type": "throw-error", "position_x": 37, "position_y": 17,
                    "options": {"message": "no"}, "resolve": null, "reject": null, "flow": "f1"},
                   {"id": "o4", "key": "complain", "type": "log", "position_x": 55, "position_y": 17,
                    "options": {"message": "{{ call.status }}"}, "resolve": null, "reject": null, "flow": "f1"}]}
                """);
    }

    static JsonNode parse(String json) {
        try {
            return Json.parse(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** The sample after a change. */
    static Flow changed(Consumer<ObjectNode> change) {
        ObjectNode json = json();
        change.accept(json);
        return flow(json);
    }

    static Flow flow(JsonNode json) {
        List<Flow> flows = new FlowReader().read(json).flows();
        return flows.get(0);
    }

    static ObjectNode operation(JsonNode flow, int index) {
        return (ObjectNode) flow.path("operations").path(index);
    }

    static ObjectNode options(JsonNode flow, int index) {
        return (ObjectNode) operation(flow, index).path("options");
    }
}
