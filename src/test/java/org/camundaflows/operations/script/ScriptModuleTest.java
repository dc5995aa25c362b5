package org.camundaflows.operations.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptModuleTest extends ScriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"module.exports = { a: 1 };", "module.exports = { default: () => 1 };", "", "const x = 1;"})
    void moduleExportsMustBeAFunction(String code) throws Exception {
        assertThat(Script.errorOf(script().run(code)))
                .isEqualTo(ErrorValue.plain("TypeError", "module.exports is not a function"));
    }

    @Test
    void aClassIsNoFunctionToCall() throws Exception {
        assertThat(Script.errorOf(script().run("module.exports = class A {};")).name())
                .isEqualTo("TypeError");
    }

    @Test
    void withoutCodeTheStepFails() throws Exception {
        ObjectNode none = JsonNodeFactory.instance.objectNode();

        assertThat(Script.errorOf(script().run(none)).name()).isEqualTo("TypeError");
        assertThat(Script.errorOf(script().run(none.deepCopy().put("code", 5))).name())
                .isEqualTo("TypeError");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "module.exports = function (data) { return (1; }; | 1:45",
                "export default () => 1;                          | 1:1",
                "import fs from 'fs';                             | 1:1",
                "return 1;                                        | 1:1",
                "const a = 1;\\nconst a = 2;                       | 2:7",
                "await 1;                                         | 1:1",
            })
    void syntaxErrorsEndWithTheirPosition(String code, String position) throws Exception {
        ErrorValue error = Script.errorOf(script().run(code.replace("\\n", "\n")));

        assertThat(error.name()).isEqualTo("SyntaxError");
        assertThat(error.message()).endsWith(" [<script>:" + position + "]").doesNotContain("\n");
    }

    @Test
    void syntaxErrorsOfParsedDataAreOrdinaryErrors() throws Exception {
        assertThat(script().failure("JSON.parse('{')").message()).doesNotContain("<script>");
    }

    @Test
    void theFunctionIsAMethodOfModule() throws Exception {
        assertThat(script().value("return this === module").booleanValue()).isTrue();
    }

    @Test
    void nothingIsKeptFromOneRunToTheNext() throws Exception {
        String code =
                "globalThis.count = (globalThis.count ?? 0) + 1; Array.prototype.extra = 1; Object.prototype.x = 2;"
                        + "RegExp('(a)').test('a'); module.exports = () => [globalThis.count, typeof [].extra];";
        for (int run = 0; run < 3; run++) {
            assertThat(script().run(code)).isEqualTo(new Result.Resolved(Json.parse("[1,\"number\"]")));
        }
        assertThat(script().value("return [typeof count, typeof [].extra, typeof ({}).x, RegExp.$1]"))
                .hasToString("[\"undefined\",\"undefined\",\"undefined\",\"\"]");
    }

    @Test
    void globalsOfTheSandbox() throws Exception {
        assertThat(script().value("return [global === globalThis, typeof module, typeof process, typeof console,"
                        + " typeof Intl, Object.keys(module)]"))
                .hasToString("[true,\"object\",\"object\",\"object\",\"object\",[\"exports\"]]");
    }

    @Test
    void globalsThatAreAbsent() throws Exception {
        List<String> absent = List.of(
                ("require exports __dirname fetch setTimeout setInterval setImmediate clearTimeout queueMicrotask Buffer URL"
                                + " URLSearchParams TextEncoder TextDecoder atob btoa crypto structuredClone performance"
                                + " WebAssembly Java java javax com org edu Packages JavaImporter load loadWithNewGlobal"
                                + " print printErr quit exit read readFully readbuffer Polyglot Graal Debug Realm"
                                + " ShadowRealm Worker SharedArrayBuffer Atomics arguments emit prepare")
                        .split(" "));

        for (String name : absent) {
            assertThat(((Result.Resolved) script().run("module.exports = () => typeof " + name)).value())
                    .describedAs(name)
                    .hasToString("\"undefined\"");
        }
    }

    @Test
    void onlyKnownGlobalsExist() throws Exception {
        String standard =
                "Object Function Array String Date Number Boolean RegExp Math JSON NaN Infinity undefined isNaN"
                        + " isFinite parseFloat parseInt encodeURI encodeURIComponent decodeURI decodeURIComponent eval escape"
                        + " unescape Error EvalError RangeError ReferenceError SyntaxError TypeError URIError AggregateError"
                        + " ArrayBuffer Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array"
                        + " Float32Array Float64Array BigInt64Array BigUint64Array Float16Array DataView BigInt Map Set WeakMap"
                        + " WeakSet Symbol Reflect Proxy Promise Iterator globalThis WeakRef FinalizationRegistry Intl"
                        + " AsyncDisposableStack DisposableStack SuppressedError";

        assertThat(script().value("return Object.getOwnPropertyNames(globalThis).filter((name) => !'" + standard
                        + "'.split(' ').includes(name)).sort()"))
                .hasToString("[\"console\",\"global\",\"module\",\"process\"]");
    }

    @Test
    void modernLanguage() throws Exception {
        assertThat(script().value("class Box { #v = [...'abc']; get v() { return this.#v; } }\n"
                        + "let n = null; n ??= 5;\n"
                        + "return { box: new Box().v, n, none: data?.x?.y ?? 'none', at: [1, 2].at(-1), pow: 2 ** 10,"
                        + " flat: [1, [2, [3]]].flat(Infinity), groups: '2024-05'.match(/(?<y>\\d{4})/).groups.y }"))
                .isEqualTo(Json.parse("{\"box\":[\"a\",\"b\",\"c\"],\"n\":5,\"none\":\"none\",\"at\":2,\"pow\":1024,"
                        + "\"flat\":[1,2,3],\"groups\":\"2024\"}"));
    }
}
