package org.camundaflows.operations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camundaflows.json.ErrorValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that use too much are stopped, and the next run works. */
class RunawayScriptTest extends ScriptTest {

    private static final ErrorValue TIMED_OUT = ErrorValue.plain("Error", "Script execution timed out.");

    private static final ErrorValue OUT_OF_MEMORY =
            ErrorValue.plain("Error", "Script execution exceeded the memory limit of 4 MB.");

    @Override
    ScriptLimits limits() {
        return new ScriptLimits(Duration.ofMillis(400), 4L << 20, 0, 2000, 10_000);
    }

    @AfterEach
    void theNextRunWorks() throws Exception {
        assertThat(script().value("return 1").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "module.exports = () => { while (true) {} }",
                "module.exports = async () => { await null; while (true) {} }",
                "module.exports = () => { for (;;) { try { for (;;) ; } catch { for (;;) ; } finally { for (;;) ; } } }",
                "module.exports = () => /(?:(a)|b|\\1)*c/.test('ab'.repeat(5000))",
                "module.exports = () => new Array(2 ** 32 - 1).fill(0).length",
                "module.exports = () => ({ get a() { while (true) {} } })",
                "module.exports = () => new Proxy({}, { ownKeys() { while (true) {} } }).x ?? Reflect.ownKeys(new Proxy({},"
                        + " { ownKeys() { while (true) {} } }))",
                "module.exports = () => ({ then() { while (true) {} } })",
                "module.exports = () => { throw { get a() { while (true) {} } } }",
                "module.exports = () => { throw Object.defineProperty(new Error(), 'message', { get() { while (true) {} } }) }",
                "module.exports = () => { console.log({ get a() { while (true) {} } }) }",
            })
    void endlessScriptsTimeOut(String code) throws Exception {
        assertThat(Script.errorOf(script().run(code))).isIn(TIMED_OUT, OUT_OF_MEMORY);
    }

    @Test
    void endlessLoopsTimeOut() throws Exception {
        assertThat(script().failure("while (true) {}")).isEqualTo(TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const a = []; while (true) a.push('x'.repeat(1024 * 256) + a.length)",
                "const a = []; while (true) a.push({ a: [1, 2, 3] })",
                "const a = []; while (true) a.push(new ArrayBuffer(4e6))",
                "const a = new Map(); while (true) a.set({}, {})",
                "return (async () => { while (true) await null })()",
            })
    void scriptsThatAllocateTooMuchAreStopped(String body) throws Exception {
        assertThat(script().failure(body)).isIn(OUT_OF_MEMORY, TIMED_OUT);
    }

    @Test
    void garbageCountsAsMemory() throws Exception {
        assertThat(script().failure("while (true) new Uint8Array(1e6)")).isEqualTo(OUT_OF_MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new ArrayBuffer(2 ** 31)",
                "new Uint8Array(1e9)",
                "'x'.repeat(2 ** 29)",
                "'x'.padEnd(1e9)",
                "Array.from({ length: 1e9 })",
                "new Array(1e9).fill('ab').join('cd')",
                "JSON.stringify((() => { let a = [1]; for (let i = 0; i < 60; i++) a = [a, a]; return a; })())",
            })
    void hugeValuesAreRefused(String expression) throws Exception {
        assertThat(script().failure("return " + expression).name()).isIn("RangeError", "Error");
    }

    @Test
    void endlessRecursionIsARangeError() throws Exception {
        assertThat(script().failure("const f = () => f(); f()"))
                .isEqualTo(ErrorValue.plain("RangeError", "Maximum call stack size exceeded"));
        assertThat(script().failure("const f = (x) => [x].map(f); f(1)").name()).isEqualTo("RangeError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{a:", "a=>", "1+", "`${", "if(1)"})
    void codeThatOverwhelmsTheParserFails(String nesting) throws Exception {
        String code = nesting.repeat(50_000);

        assertThat(Script.errorOf(script().run(code)).name()).isIn("RangeError", "SyntaxError", "Error");
        assertThat(script().failure("eval('" + code + "')").name()).isIn("RangeError", "SyntaxError", "Error");
    }

    @Test
    void recursionMayBeDeep() throws Exception {
        assertThat(script().value("const f = (n) => n === 0 ? 0 : 1 + f(n - 1); return f(1500)")
                        .intValue())
                .isEqualTo(1500);
    }

    @Test
    void statementsCanBeLimited() throws Exception {
        ScriptLimits few = new ScriptLimits(Duration.ofSeconds(10), 4L << 20, 1000, 100, 100);
        try (ExecOperation operation = new ExecOperation(few)) {
            assertThat(new Script(operation).failure("for (let i = 0; i < 1e6; i++) ;"))
                    .isEqualTo(ErrorValue.plain("Error", "Script execution exceeded the limit of 1000 statements."));
            assertThat(new Script(operation).value("return 1").intValue()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x'.repeat(20000)",
                "new Array(20000).fill(1)",
                "new Array(4294967295)",
                "new Uint8Array(5000)",
                "({ ['k'.repeat(20000)]: 1 })",
                "(() => { let a = [1]; for (let i = 0; i < 60; i++) a = [a, a]; return a; })()",
                "new Error('x'.repeat(20000))",
            })
    void hugeResultsAreRefused(String expression) throws Exception {
        ErrorValue tooLarge = ErrorValue.plain("Error", "The value is larger than 10000 characters");

        assertThat(script().failure("return " + expression)).isEqualTo(tooLarge);
        assertThat(script().failure("return [" + expression + "]")).isEqualTo(tooLarge);
    }

    @Test
    void hugeThrownValuesAreRefused() throws Exception {
        assertThat(script().failure("throw 'x'.repeat(20000)").message()).startsWith("The value is larger");
    }

    @Test
    void deeplyNestedResultsAreRefused() throws Exception {
        assertThat(script().failure("let a = []; for (let i = 0; i < 1e4; i++) a = [a]; return a"))
                .isEqualTo(ErrorValue.plain("Error", "The value is nested deeper than 500 levels"));
    }

    @Test
    void entriesOfAStoppedScriptAreLogged() throws Exception {
        Script script = script();
        script.failure("console.log('before'); while (true) console.log('x')");

        assertThat(script.logged)
                .startsWith("info before")
                .last()
                .asString()
                .startsWith("warn The script wrote too much");
    }
}
