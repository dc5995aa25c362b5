package org.camundaflows.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camundaflows.FlowSketch;

/**
 * The flows that are measured: a webhook that checks a post, shapes it, sums up its items with a script, logs, and
 * answers with what it made.
 */
final class Workload {

    /** What the webhook gets. */
    static final String BODY = "{\"id\":7,\"status\":\"published\",\"title\":\"Hello\",\"tags\":[\"a\",\"b\"],"
            + "\"items\":[{\"qty\":2,\"price\":3.5},{\"qty\":1,\"price\":10},{\"qty\":4,\"price\":0.25}]}";

    /** What the flow then sees as {@code $trigger}. */
    static final String TRIGGER = "{\"path\":\"/trigger/bench\",\"query\":{},\"method\":\"POST\",\"body\":" + BODY
            + ",\"headers\":{\"host\":\"127.0.0.1:8080\",\"content-type\":\"application/json\",\"content-length\":\"137\"}}";

    private static final String SCRIPT = "module.exports = async function (data) {"
            + " const items = data.$trigger.body.items;"
            + " let total = 0; for (const item of items) total += item.qty * item.price;"
            + " return { total, n: items.length }; }";

    private Workload() {}

    /** Five steps, the third a script. */
    static FlowSketch flow(String name) {
        FlowSketch sketch = begin(name);
        return end(sketch.step(
                "calc", "exec", JsonNodeFactory.instance.objectNode().put("code", SCRIPT)));
    }

    /** The same without JavaScript, whose time hides what the engine takes. */
    static FlowSketch withoutScript(String name) {
        return end(begin(name).transform("calc", "{\"total\":18,\"n\":\"{{ $trigger.body.items.length }}\"}"));
    }

    private static FlowSketch begin(String name) {
        return FlowSketch.webhook(name)
                .member("accountability", "all")
                .option("return", "$last")
                .step(
                        "check",
                        "condition",
                        "{\"filter\":{\"$trigger\":{\"body\":{\"status\":{\"_eq\":\"published\"}}}}}")
                .transform(
                        "shape",
                        "{\"title\":\"{{ $trigger.body.title }}\",\"slug\":\"post-{{ $trigger.body.id }}\","
                                + "\"tags\":\"{{ $trigger.body.tags }}\"}");
    }

    private static FlowSketch end(FlowSketch sketch) {
        return sketch.step("note", "log", "{\"message\":\"total {{ calc.total }} of {{ shape.title }}\"}")
                .transform(
                        "out",
                        "{\"title\":\"{{ shape.title }}\",\"slug\":\"{{ shape.slug }}\",\"total\":\"{{ calc.total }}\"}");
    }
}
