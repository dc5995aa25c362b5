package org.camundaflows.kill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The flows that random flows call. */
enum CalledFlow {
    ONE_EFFECT(List.of("a")),
    TWO_EFFECTS_AND_A_NAP(List.of("a", "b")),
    REJECTING(List.of("fail"));

    private final List<String> effects;

    CalledFlow(List<String> effects) {
        this.effects = effects;
    }

    String id() {
        return "dddddddd-0000-4000-8000-00000000000" + ordinal();
    }

    /** What a call does outside. */
    List<String> effects(String tag) {
        return effects.stream().map(effect -> "/" + tag + "/" + effect).toList();
    }

    ObjectNode json(String outside) {
        ObjectNode flow = flow(id(), name(), "operation");
        flow.putObject("options").put("return", "$last");
        flow.put("operation", id() + "-0");
        ArrayNode operations = flow.putArray("operations");
        for (int i = 0; i < effects.size(); i++) {
            boolean more = i + 1 < effects.size();
            ObjectNode operation =
                    operations.addObject().put("id", id() + "-" + i).put("key", "effect" + i);
            request(operation, outside + "/{{$trigger.tag}}/" + effects.get(i));
            if (more) {
                operation.put("resolve", id() + "-nap" + i);
                operations
                        .addObject()
                        .put("id", id() + "-nap" + i)
                        .put("key", "nap" + i)
                        .put("type", "sleep")
                        .put("resolve", id() + "-" + (i + 1))
                        .putObject("options")
                        .put("milliseconds", 700);
            }
        }
        return flow;
    }

    static ObjectNode flow(String id, String name, String trigger) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", name)
                .put("status", "active")
                .put("accountability", "all")
                .put("trigger", trigger);
    }

    static void request(ObjectNode operation, String url) {
        operation
                .put("type", "request")
                .putObject("options")
                .put("method", "POST")
                .put("url", url);
    }
}
