package org.camundaflows.operations.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;

class ExecOperationTest extends ScriptTest {

    @Test
    void describesItself() {
        assertThat(operation().type().id()).isEqualTo("exec");
        assertThat(operation().type().effects()).isFalse();
        assertThat(operation().type().options()).singleElement().satisfies(option -> {
            assertThat(option.name()).isEqualTo("code");
            assertThat(option.required()).isTrue();
        });
    }

    @Test
    void theDefaultCodeRuns() throws Exception {
        String code = operation().type().options().get(0).defaultValue();

        assertThat(script().run(code)).isInstanceOf(Result.Resolved.class);
    }

    @Test
    void theWarmUpScriptResolves() throws Exception {
        operation().warmUp();

        Result.Resolved resolved = (Result.Resolved) script().run(WarmUp.CODE);
        assertThat(resolved.value().get("match").textValue()).isEqualTo("a<1>");
        assertThat(resolved.value().get("money").textValue()).isEqualTo("1,50\u00a0€");
    }

    @Test
    void runsConcurrentlyWithoutMixingUp() throws Exception {
        ExecutorService steps = Executors.newFixedThreadPool(4);
        try {
            List<Future<JsonNode>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                int number = i;
                results.add(steps.submit(() -> script().with("n", Json.parse("" + number))
                        .value("globalThis.n = data.n; return globalThis.n * 2")));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(results.get(i).get().intValue()).isEqualTo(2 * i);
            }
        } finally {
            steps.shutdown();
        }
    }

    @Test
    void threadsAreReused() throws Exception {
        script().value("return 1");
        for (int i = 0; i < 50; i++) {
            script().value("return 1");
        }

        assertThat(scriptThreads()).hasSizeLessThan(8).allMatch(Thread::isDaemon);
    }

    @Test
    void stoppedScriptsFreeTheirThread() throws Exception {
        try (ExecOperation quick = new ExecOperation(ScriptLimits.defaults().withTimeout(Duration.ofMillis(50)))) {
            int before = scriptThreads().size();
            for (int i = 0; i < 10; i++) {
                new Script(quick).failure("while (true) {}");
            }
            assertThat(scriptThreads().size() - before).isLessThan(5);
        }
    }

    @Test
    void aScriptInsideAnEndlessBuiltInFunctionStillEndsTheStep() throws Exception {
        try (ExecOperation quick = new ExecOperation(ScriptLimits.defaults().withTimeout(Duration.ofMillis(50)))) {
            Script script = new Script(quick);

            assertThat(script.failure("BigInt('9'.repeat(400000))").message()).isEqualTo("Script execution timed out.");
            assertThat(script.value("return 1").intValue()).isEqualTo(1);
        }
    }

    @Test
    void anInterruptedStepStopsItsScriptAndFails() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Result[] result = new Result[1];
        boolean[] interrupted = new boolean[1];
        Thread step = new Thread(() -> {
            Script script = new Script(operation()) {
                @Override
                public void info(String message) {
                    running.countDown();
                }
            };
            try {
                result[0] = script.run("module.exports = () => { console.log('x'); while (true) {} }");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        step.start();
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        step.interrupt();
        step.join(5000);

        assertThat(result[0]).isInstanceOf(Result.Failed.class);
        assertThat(interrupted[0]).isTrue();
    }

    @Test
    void closingStopsRunningScriptsWithoutTakingTheRejectPath() throws Exception {
        ExecOperation closing = new ExecOperation(ScriptLimits.defaults());
        CountDownLatch running = new CountDownLatch(1);
        Script script = new Script(closing) {
            @Override
            public void info(String message) {
                running.countDown();
            }
        };
        ExecutorService step = Executors.newSingleThreadExecutor();
        try {
            Future<Result> result =
                    step.submit(() -> script.run("module.exports = () => { console.log('x'); while (true) {} }"));
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
            closing.close();

            assertThat(result.get(5, TimeUnit.SECONDS)).isInstanceOf(Result.Failed.class);
            closing.close();
            assertThat(script.run("module.exports = () => 1")).isInstanceOf(Result.Failed.class);
        } finally {
            step.shutdown();
        }
    }

    @Test
    void onlyTheSourcesOfLateAreKept() {
        Sources sources = new Sources();
        for (int i = 0; i < 2000; i++) {
            sources.of("module.exports = () => " + i);
        }

        assertThat(sources.size()).isEqualTo(500);
        assertThat(sources.of("x")).isSameAs(sources.of("x"));
        Sources others = new Sources();
        others.of("x".repeat(200_000));
        assertThat(others.size()).isZero();
    }

    private static List<Thread> scriptThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("flow-script-"))
                .toList();
    }
}
