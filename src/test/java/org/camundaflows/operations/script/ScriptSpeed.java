package org.camundaflows.operations.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Options;

/** Prints what scripts cost, warm. Run it by hand, without assertions; it is no test. */
final class ScriptSpeed {

    private static final String SMALL = "module.exports = async function (data) {"
            + " const rows = data.$trigger.body.lines.map((line) => ({ ...line, total: line.qty * line.price }));"
            + " return { rows, sum: rows.reduce((sum, row) => sum + row.total, 0) }; };";

    private static final String LOOP =
            "module.exports = () => { let sum = 0; for (let i = 0; i < 1e6; i++) sum += i % 7; return sum; };";

    private static final String ROW =
            "{\"id\":1,\"name\":\"customer\",\"price\":12.5,\"active\":true,\"tags\":[\"a\"]},";

    private ScriptSpeed() {}

    public static void main(String[] arguments) throws Exception {
        try (ExecOperation operation = new ExecOperation(ScriptLimits.defaults())) {
            long start = System.nanoTime();
            operation.warmUp();
            System.out.printf("warm-up %d ms%n", (System.nanoTime() - start) / 1_000_000);
            JsonNode order = Json.parse("{\"body\":{\"lines\":[{\"qty\":2,\"price\":1.5},{\"qty\":1,\"price\":10}]}}");
            measure(operation, "first scripts", SMALL, order, 50);
            measure(operation, "small script", SMALL, order, 10_000);
            measure(operation, "loop of a million", LOOP, order, 50);
            JsonNode rows = Json.parse("[" + ROW.repeat(10_000) + "null]");
            measure(operation, "700 KB in", "module.exports = (data) => data.$trigger.length;", rows, 50);
            measure(operation, "700 KB in and out", "module.exports = (data) => data.$trigger;", rows, 50);
        }
    }

    private static void measure(ExecOperation operation, String name, String code, JsonNode trigger, int runs)
            throws Exception {
        Options options = new Options(JsonNodeFactory.instance.objectNode().put("code", code));
        Script script = new Script(operation).with("$trigger", trigger);
        long[] times = new long[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            operation.run(options, script);
            times[run] = System.nanoTime() - start;
        }
        long[] warm = Arrays.copyOfRange(times, runs / 2, runs);
        Arrays.sort(warm);
        System.out.printf(
                "%-20s median %.3f ms, 95 %% %.3f ms%n",
                name, warm[warm.length / 2] / 1e6, warm[warm.length * 95 / 100] / 1e6);
    }
}
