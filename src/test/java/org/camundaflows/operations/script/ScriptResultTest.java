package org.camundaflows.operations.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.json.TaggedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptResultTest extends ScriptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "41 + 1                                    | 42",
                "9007199254740991                          | 9007199254740991",
                "2 ** 53                                   | 9007199254740992",
                "-0                                        | 0",
                "0.1 + 0.2                                 | 0.30000000000000004",
                "1e21                                      | 1e+21",
                "'text'                                    | \"text\"",
                "undefined                                 | null",
                "null                                      | null",
                "true                                      | true",
                "({ b: 1, a: [true, null]}) | {\"b\":1,\"a\":[true,null]}",
                "[1, undefined, { x: undefined }]          | [1,null,{\"x\":null}]",
                "[1, , 3]                                  | [1,null,3]",
                "new Array(3)                              | [null,null,null]",
                "({ m: new Map([['a', 1]]), s: new Set([1]) }) | {\"m\":{},\"s\":{}}",
                "/a/g                                      | {}",
                "new Uint8Array([7, 8])                    | {\"0\":7,\"1\":8}",
                "new ArrayBuffer(2)                        | {}",
                "new (class A { #p = 1; x = 2; get y() { return 3; } m() {} }) | {\"x\":2}",
                "Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true }, hidden: { value: 3 } }) | {\"own\":2}",
                "Object.assign(Object.create(null), { a: 1 }) | {\"a\":1}",
                "({ [Symbol('s')]: 1, a: 2 })              | {\"a\":2}",
                "({ get a() { return 5; } })               | {\"a\":5}",
                "({ toJSON() { return 1; } }).constructor.name | \"Object\"",
                "[new Number(5), new String('s'), new Boolean(false)] | [5,\"s\",false]",
                "new Date(NaN)                             | null",
                "(() => { const shared = { a: 1 }; return [shared, shared]; })() | [{\"a\":1},{\"a\":1}]",
                "JSON.parse('{\"__proto__\": 1}')          | {\"__proto__\":1}",
                "(function () { return arguments; })(1, 2) | {\"0\":1,\"1\":2}",
            })
    void resolvesWithTheReturnedValue(String expression, String json) throws Exception {
        assertThat(Json.write(script().value("return " + expression))).isEqualTo(json);
    }

    @Test
    void datesStayDates() throws Exception {
        JsonNode value = script().value("return { at: new Date(Date.UTC(2024, 0, 2, 3, 4, 5)) }");

        assertThat(Script.dateOf(value.get("at")).instant()).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
        assertThat(TaggedJson.read(TaggedJson.write(value))).isEqualTo(value);
    }

    @Test
    void nanAndInfinityStayNumbers() throws Exception {
        JsonNode value = script().value("return [NaN, 1 / 0, -1 / 0]");

        assertThat(Json.write(value)).isEqualTo("[null,null,null]");
        assertThat(value).extracting(Json::display).containsExactly("NaN", "Infinity", "-Infinity");
    }

    @Test
    void returnedErrorsResolve() throws Exception {
        JsonNode value = script().value("return [new TypeError('bad'), Object.assign(new Error('m'), { code: 'X' })]");

        assertThat(value)
                .extracting(Script::pojo)
                .containsExactly(ErrorValue.plain("TypeError", "bad"), ErrorValue.plain("Error", "m"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "({ big: 10n })               | Do not know how to serialize a BigInt",
                "10n                          | Do not know how to serialize a BigInt",
                "2n ** 200n                   | Do not know how to serialize a BigInt",
                "({ f: () => 1 })             | () => 1 could not be cloned.",
                "(class A {})                 | class A {} could not be cloned.",
                "Symbol('x')                  | Unsupported type",
                "[Symbol.iterator]            | Unsupported type",
                "[Promise.resolve(1)]         | #<Promise> could not be cloned.",
                "new Proxy({}, {})            | #<Object> could not be cloned.",
                "new WeakMap()                | #<WeakMap> could not be cloned.",
                "(() => { const o = {}; o.self = o; return o; })() | Converting circular structure to JSON",
                "(() => { const a = []; a.push({ a }); return a; })() | Converting circular structure to JSON",
            })
    void rejectsWhatCannotLeaveTheScript(String expression, String message) throws Exception {
        assertThat(script().failure("return " + expression)).isEqualTo(ErrorValue.plain("TypeError", message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "async function () { return 5; }",
                "async () => { await null; await new Promise((done) => done()); return 5; }",
                "() => Promise.resolve(5)",
                "() => ({ then(done) { done(5); } })",
                "async () => ({ then(done) { done(Promise.resolve(5)); } })",
            })
    void promisesAreAwaited(String function) throws Exception {
        assertThat(Json.write(
                        ((org.camundaflows.operation.Result.Resolved) script().run("module.exports = " + function))
                                .value()))
                .isEqualTo("5");
    }

    @Test
    void aPromiseThatNothingCanSettleTimesOutAtOnce() throws Exception {
        long start = System.nanoTime();

        assertThat(script().failure("return new Promise(() => {})").message()).isEqualTo("Script execution timed out.");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'plain words'                  | \"plain words\"",
                "'{\"code\":7,\"list\":[1]}'    | {\"code\":7,\"list\":[1]}",
                "'5'                            | 5",
                "'null'                         | null",
                "''                             | \"\"",
                "5                              | 5",
                "false                          | false",
                "null                           | null",
                "undefined                      | null",
                "[1, 'a']                       | [1,\"a\"]",
                "({ code: 7, gone: undefined }) | {\"code\":7,\"gone\":null}",
            })
    void rejectsWithTheThrownValue(String thrown, String json) throws Exception {
        assertThat(Json.write(script().rejection("throw " + thrown))).isEqualTo(json);
        assertThat(Json.write(
                        Script.rejectionOf(script().run("module.exports = async () => { throw " + thrown + " }"))))
                .isEqualTo(json);
        assertThat(Json.write(Script.rejectionOf(script().run("throw " + thrown))))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "throw new Error('No stock')         | Error          | No stock",
                "throw new RangeError('far')         | RangeError     | far",
                "throw new Error()                   | Error          | ``",
                "throw Object.assign(new Error('m'), { name: 'Mine', code: 'X' }) | Mine | m",
                "throw new (class E extends Error {})('e') | Error    | e",
                "return missing                      | ReferenceError | missing is not defined",
                "return require('fs')                | ReferenceError | require is not defined",
                "exports.x = 1                       | ReferenceError | exports is not defined",
                "null.x                              | TypeError      | Cannot read properties of null (reading 'x')",
                "data.a.b = 1                        | TypeError      | Cannot set properties of undefined (setting 'b')",
                "data.a()                            | TypeError      | data.a is not a function",
                "const c = 1; c = 2                  | TypeError      | Assignment to constant variable.",
                "throw () => 1                       | TypeError      | () => 1 could not be cloned.",
                "throw Symbol('s')                   | TypeError      | Unsupported type",
                "throw 5n                            | TypeError      | Do not know how to serialize a BigInt",
                "return data.$trigger.x              | TypeError      | Cannot read properties of null (reading 'x')",
            })
    void rejectsWithNameAndMessageOfErrors(String body, String name, String message) throws Exception {
        assertThat(script().failure(body)).isEqualTo(ErrorValue.plain(name, message));
    }

    @Test
    void errorsHandedInLoseTheirCodeOnTheWayOut() throws Exception {
        Script script =
                script().with("fail", ErrorValue.known("X", 400, "m", null).toNode());

        assertThat(script.failure("throw data.fail")).isEqualTo(ErrorValue.plain("DirectusError", "m"));
    }

    @Test
    void importIsNotPossible() throws Exception {
        ErrorValue error = Script.errorOf(script().run("module.exports = async () => await import('fs')"));

        assertThat(error.name()).isEqualTo("Error");
        assertThat(error.message()).doesNotContain("/");
    }
}
