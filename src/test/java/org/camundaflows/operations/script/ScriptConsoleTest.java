package org.camundaflows.operations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptConsoleTest extends ScriptTest {

    @Test
    void everyFunctionHasItsLevel() throws Exception {
        Script script = script();
        script.value("for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace']) console[level](level)");

        assertThat(script.logged)
                .containsExactly("info log", "info info", "warn warn", "error error", "debug debug", "debug trace");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'one'                       | one",
                "'two\\nlines'               | two\\nlines",
                "''                          | ``",
                "{ a: 1 }                    | {\"a\":1}",
                "[1, null]                   | [1,null]",
                "5                           | 5",
                "NaN                         | NaN",
                "null                        | null",
                "undefined                   | undefined",
                "true                        | true",
                "new Date(0)                 | \"1970-01-01T00:00:00.000Z\"",
                "new TypeError('bad')        | {\"name\":\"TypeError\",\"message\":\"bad\"}",
                "'two', 3, true              | {\"0\":\"two\",\"1\":3,\"2\":true}",
                "...[]                       | {}",
                "'a', undefined              | {\"0\":\"a\",\"1\":null}",
                "() => 1                     | () => 1",
                "10n                         | 10n",
                "Symbol('s')                 | Symbol(s)",
                "{ get a() { throw 1; } }, 1 | {\"0\":\"{a: accessor}\",\"1\":1}",
            })
    void oneArgumentIsLoggedAsSuchAndSeveralAsAnObject(String arguments, String message) throws Exception {
        Script script = script();
        script.value("console.log(" + arguments + ")");

        assertThat(script.logged).containsExactly("info " + message.replace("\\n", "\n"));
    }

    @Test
    void whatCannotBeCopiedNeverFailsTheScript() throws Exception {
        Script script = script();
        script.value("const o = {}; o.self = o; console.log(o);"
                + "console.log(new Proxy({}, { ownKeys() { throw 1; } }));"
                + "console.log(Object.create(null)); console.log(Promise.resolve(1));"
                + "console.log(new Array(4294967295)); console.log('end')");

        assertThat(script.logged).hasSize(6).endsWith("info end");
    }

    @Test
    void entriesBeforeAFailureAreLogged() throws Exception {
        Script script = script();
        script.run("console.log('loading'); module.exports = async () => { await null; console.log('ran'); throw 1; }");

        assertThat(script.logged).containsExactly("info loading", "info ran");
    }

    @Test
    void entriesAreLoggedOnTheThreadOfTheStep() throws Exception {
        Thread step = Thread.currentThread();
        boolean[] same = new boolean[1];
        Script script = new Script(operation()) {
            @Override
            public void info(String message) {
                same[0] = Thread.currentThread() == step;
            }
        };
        script.value("console.log('x')");

        assertThat(same[0]).isTrue();
    }

    @Test
    void theNumberOfEntriesIsBounded() throws Exception {
        Script script = script();
        script.value("for (let i = 0; i < 5000; i++) console.log('line ' + i)");

        assertThat(script.logged)
                .hasSize(1001)
                .contains("info line 999")
                .endsWith("warn The script wrote too much to the console: 4000 more entries were dropped");
    }

    @Test
    void theSizeOfEntriesIsBounded() throws Exception {
        Script script = script();
        script.value("const text = 'x'.repeat(3e5); for (let i = 0; i < 500; i++) console.log(text)");

        assertThat(script.logged).allSatisfy(line -> assertThat(line).hasSizeLessThan(10_100));
        assertThat(String.join("", script.logged)).hasSizeLessThan(1_100_000);
        assertThat(script.logged.get(script.logged.size() - 1)).startsWith("warn The script wrote too much");
    }
}
