package org.camundaflows.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.camundaflows.FlowSketch;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.operations.script.ExecOperation;
import org.camundaflows.operations.script.ScriptLimits;
import org.graalvm.polyglot.Engine;

/** Measures scripts on the JDK it runs on; prints the medians in milliseconds. */
final class ScriptProgram {

    /** Whether there is a compiler for JavaScript; the engine of scripts calls itself "Interpreted" without. */
    static final String MODE = "mode";

    static final String SMALL = "small";
    static final String HEAVY = "heavy";

    private static final String SMALL_CODE = "module.exports = async function (data) {"
            + " const rows = data.$trigger.body.items.map((item) => ({ ...item, total: item.qty * item.price }));"
            + " return { rows, sum: rows.reduce((sum, row) => sum + row.total, 0) }; };";

    /** Some ten million steps: the primes below two million. */
    private static final String HEAVY_CODE = "module.exports = function () {"
            + " const limit = 2000000, composite = new Uint8Array(limit + 1); let primes = 0;"
            + " for (let n = 2; n <= limit; n++) { if (composite[n]) continue; primes++;"
            + " for (let m = 2 * n; m <= limit; m += n) composite[m] = 1; }"
            + " return primes; };";

    private ScriptProgram() {}

    /** @param arguments how often each script runs: the small one, the heavy one */
    public static void main(String[] arguments) {
        print(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private static void print(int small, int heavy) {
        try (ExecOperation operation = new ExecOperation(ScriptLimits.defaults().withTimeout(Duration.ofMinutes(2)))) {
            operation.warmUp();
            try (Engine engine = Engine.create()) {
                System.out.println(MODE + "=" + engine.getImplementationName());
            }
            System.out.printf(Locale.ROOT, "%s=%.4f%n", SMALL, median(operation, SMALL_CODE, small));
            System.out.printf(Locale.ROOT, "%s=%.4f%n", HEAVY, median(operation, HEAVY_CODE, heavy));
        }
    }

    /** The median of the second half, when the JVM has warmed up. */
    private static double median(ExecOperation operation, String code, int runs) {
        Options options = new Options(JsonNodeFactory.instance.objectNode().put("code", code));
        HandChain chain = new HandChain(FlowSketch.parse(Workload.TRIGGER));
        double[] times = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            Result result = operation.run(options, chain);
            times[run] = (System.nanoTime() - start) / 1e6;
            if (!(result instanceof Result.Resolved)) {
                throw new IllegalStateException("The script ended as " + result);
            }
        }
        return Rounds.median(Arrays.copyOfRange(times, runs / 2, runs));
    }
}
