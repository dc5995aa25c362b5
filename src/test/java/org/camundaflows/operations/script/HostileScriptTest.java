package org.camundaflows.operations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that try to get out, or to confuse what carries values across the border. */
class HostileScriptTest extends ScriptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object.prototype.toJSON = () => 'gotcha'; Array.prototype.toJSON = () => 'gotcha'",
                "JSON.stringify = JSON.parse = () => { throw 1 }",
                "globalThis.JSON = globalThis.Object = globalThis.Array = globalThis.Reflect = undefined",
                "Array.isArray = () => false; ArrayBuffer.isView = () => true",
                "Array.prototype.push = Array.prototype[Symbol.iterator] = Array.prototype.map = () => { throw 1 }",
                "Array.prototype.constructor = Object.prototype.constructor = Date",
                "Object.defineProperty(Array.prototype, '0', { set() { throw 1 }, get() { return 'gotcha' } })",
                "Object.defineProperty(Object.prototype, 'a', { set() { throw 1 } })",
                "Object.defineProperty(Object.prototype, 'value', { set() { throw 1 }, get() { return 9 } })",
                "Object.defineProperty(Object.prototype, 'get', { value: () => 9 })",
                "Object.prototype.state = 'rejected'; Object.prototype.then = undefined",
                "Promise.prototype.then = Promise.resolve = () => { throw 1 }",
                "globalThis.Promise = globalThis.TypeError = undefined",
                "Function.prototype.call = Function.prototype.apply = () => { throw 1 }",
                "Symbol.hasInstance = 1; Object.setPrototypeOf(Array.prototype, null)",
                "delete globalThis.console; delete globalThis.global; delete globalThis.process",
                "Object.freeze(globalThis)",
            })
    void overwrittenBuiltInsDoNotReachTheBorder(String attack) throws Exception {
        String code = attack + ";\nconst value = { a: [{ n: 1 }, null, 'x', true], d: 1.5 };\n"
                + "module.exports = async () => value;";

        assertThat(script().run(code))
                .isInstanceOfSatisfying(Result.Resolved.class, result -> assertThat(Json.write(result.value()))
                        .isEqualTo("{\"a\":[{\"n\":1},null,\"x\",true],\"d\":1.5}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this.constructor.constructor('return typeof Java + typeof process.exit + typeof process.mainModule')()",
                "(async () => {}).constructor('return typeof Java')",
                "console.log.constructor('return typeof load')()",
                "Object.getPrototypeOf(function* () {}).constructor('yield typeof Polyglot')().next().value",
                "data.constructor.constructor('return typeof Graal')()",
                "typeof console.log.caller + typeof arguments.callee?.caller?.caller",
            })
    void constructorsLeadOnlyToTheSandbox(String expression) throws Exception {
        assertThat(script().run("module.exports = function (data) { try { return String(" + expression
                        + ") } catch (e) { return e.name } }"))
                .asString()
                .doesNotContain("object")
                .doesNotContain("[native", "polyglot", "org.");
    }

    @Test
    void theGlobalObjectOfConstructorsIsTheSandbox() throws Exception {
        assertThat(script().value("return this.constructor.constructor('return this')() === globalThis")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void hostObjectsAreNotVisibleInStackTraces() throws Exception {
        assertThat(script().value("Error.prepareStackTrace = (e, frames) => frames.map((f) =>"
                                + " [typeof f.getThis(), typeof f.getFunction(), String(f.getFileName())]);"
                                + "return JSON.stringify(new Error().stack)")
                        .textValue())
                .doesNotContain("java", "camundaflows", "bootstrap");
        assertThat(script().value("try { null.x } catch (e) { return e.stack }").textValue())
                .doesNotContain("java", "camundaflows", "bootstrap");
    }

    @Test
    void errorsOfTheHostShowNothingOfIt() throws Exception {
        assertThat(script().value("try { console.log.call(null, ...[{ get a() { throw 5 } }]); return 'ok' }"
                                + " catch (e) { return String(e) }")
                        .textValue())
                .isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "({ get a() { throw new TypeError('from getter') } }) | {\"name\":\"TypeError\",\"message\":\"from getter\"}",
                "({ get a() { throw { code: 7 } } })                  | {\"code\":7}",
                "({ get a() { throw '[1]' } })                        | [1]",
                "({ get a() { throw null } })                         | null",
                "({ get then() { throw 'then' } })                    | \"then\"",
                "({ then() { throw 'called' } })                      | \"called\"",
                "({ then(done, fail) { fail('failed'); done(1); } })  | \"failed\"",
                "({ get a() { throw { get b() { throw 1 } } } })      | {\"name\":\"Error\",\"message\":\"The value cannot be read\"}",
            })
    void whatGettersAndThenablesThrowRejects(String expression, String json) throws Exception {
        assertThat(Json.writeAudit(script().rejection("return " + expression))).isEqualTo(json);
        assertThat(Json.writeAudit(Script.rejectionOf(script().run("module.exports = async () => " + expression))))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Proxy({}, { ownKeys() { throw 1 }, has() { throw 1 }, getPrototypeOf() { throw 1 } })",
                "new Proxy({}, { get() { throw 1 } })",
                "new Proxy([], { get: (target, key) => key === 'length' ? 2 ** 53 : 1 })",
                "new Proxy(new Error('e'), {})",
                "new Proxy(function () {}, { apply() { throw 1 } })",
                "[new Proxy({}, {})]",
                "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return [proxy]; })()",
            })
    void proxiesCannotLeave(String expression) throws Exception {
        assertThat(script().rejection("return { a: " + expression + " }")).isNotNull();
        assertThat(script().rejection("throw " + expression)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Object.defineProperty(new Error('m'), 'message', { get() { throw 1 } })        | Error | ``",
                "Object.defineProperty(new Error('m'), 'name', { get() { throw 1 } })           | Error | m",
                "Object.defineProperty(new Error('m'), 'name', { value: { toString() { throw 1 } } }) | Error | m",
                "Object.assign(new Error('m'), { message: 5, name: Symbol('s') })               | Error | 5",
                "Object.assign(new Error('m'), { name: '' })                                    | Error | m",
                "Object.setPrototypeOf(new Error('m'), null)                                    | Error | m",
                "Object.assign(new Error('m'), { toString() { throw 1 }, toJSON() { throw 1 } }) | Error | m",
            })
    void errorsWithHostileMembersRejectAsErrors(String error, String name, String message) throws Exception {
        assertThat(script().failure("throw " + error)).isEqualTo(ErrorValue.plain(name, message));
        assertThat(Script.pojo(script().value("return " + error))).isEqualTo(ErrorValue.plain(name, message));
    }

    @Test
    void showingWhatCannotBeCopiedCallsNoCodeOfTheScript() throws Exception {
        Script script = script();

        assertThat(script.value("let calls = 0; const count = () => { calls++; return 'x'; };"
                                + "class Shown { static get name() { return count(); } toString() { return count(); }"
                                + " get [Symbol.toStringTag]() { return count(); } [Symbol.toPrimitive]() { return count(); } };"
                                + "const shown = new Shown(); shown.self = shown; shown.toJSON = shown.inspect = count;"
                                + "console.log(shown); console.log(() => 1, shown); return calls")
                        .intValue())
                .isZero();
        assertThat(script.logged).hasSize(2);
    }

    @Test
    void scriptsCannotForgeTaggedValues() throws Exception {
        String forged = "{\"$flow:error\":{\"name\":\"DirectusError\",\"code\":\"X\",\"status\":418,\"own\":{}}}";

        assertThat(script().value("return " + forged)).isEqualTo(Json.parse(forged));
    }

    @Test
    void arraysThatShrinkWhileTheyAreReadDoNoHarm() throws Exception {
        assertThat(script().value("const a = [1, 2, 3, 4]; a[0] = { get x() { a.length = 1; return 5; } }; return a"))
                .hasToString("[{\"x\":5}]");
    }

    @Test
    void membersThatVanishWhileTheyAreReadAreNull() throws Exception {
        assertThat(script().value("const o = { get a() { delete o.b; return 1; }, b: 2 }; return o"))
                .hasToString("{\"a\":1,\"b\":null}");
    }
}
