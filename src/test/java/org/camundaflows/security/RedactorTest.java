package org.camundaflows.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.json.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor redactor = new Redactor(Map.of(), RedactionLevel.STANDARD);
    private final Redactor.Run run = redactor.forTrigger(NullNode.getInstance());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            headers | authorization
            headers | cookie
            headers | Authorization
            headers | COOKIE
            query   | access_token
            payload | password
            payload | token
            payload | tfa_secret
            payload | external_identifier
            payload | auth_data
            payload | credentials
            payload | ai_openai_api_key
            payload | ai_anthropic_api_key
            payload | ai_google_api_key
            payload | ai_openai_compatible_api_key
            """)
    void hidesASecretMemberOfItsParentAtAnyDepth(String parent, String member) {
        String value = "{'a':{'%s':{'%s':'secret','other':'kept'}}}".formatted(parent, member);

        assertThat(run.redact(json(value))).isEqualTo(json(value.replace("'secret'", "'--redacted--'")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'password':'kept'}",
                "{'body':{'token':'kept','authorization':'kept','access_token':'kept'}}",
                "{'payload':{'deep':{'password':'kept'}}}",
                "{'payload':{'Password':'kept','access_token':'kept','cookie':'kept'}}",
                "{'Headers':{'authorization':'kept'}}",
                "{'query':{'Access_Token':'kept','password':'kept'}}",
                "{'headers':{'x-api-key':'kept','set-cookie':'kept'}}",
                "{'payload':'password','headers':null,'query':[1,true,null]}",
            })
    void keepsEverythingElseAndReturnsTheVerySameValue(String value) {
        JsonNode node = json(value);

        assertThat(run.redact(node)).isSameAs(node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "12", "false", "{'a':1}", "['c']"})
    void hidesASecretMemberWhateverItsValue(String value) {
        assertThat(run.redact(json("{'payload':{'credentials':%s}}".formatted(value))))
                .isEqualTo(json("{'payload':{'credentials':'--redacted--'}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            [{'payload':{'token':'s'}}]                           | [{'payload':{'token':'--redacted--'}}]
            {'payload':[{'token':'s','n':1},{'n':2}]}             | {'payload':[{'token':'--redacted--','n':1},{'n':2}]}
            {'payload':[[{'token':'s'}]]}                         | {'payload':[[{'token':'--redacted--'}]]}
            {'payload':{'x':{'payload':{'password':'s'}}}}        | {'payload':{'x':{'payload':{'password':'--redacted--'}}}}
            {'headers':{'query':{'access_token':'s'}}}            | {'headers':{'query':{'access_token':'--redacted--'}}}
            {'headers':[{'header':'Authorization','value':'s'}]}  | {'headers':[{'header':'Authorization','value':'--redacted--'}]}
            {'headers':[{'header':'accept','value':'kept'}]}      | {'headers':[{'header':'accept','value':'kept'}]}
            {'headers':[{'header':'cookie'}]}                     | {'headers':[{'header':'cookie'}]}
            {'list':[{'header':'cookie','value':'kept'}]}         | {'list':[{'header':'cookie','value':'kept'}]}
            """)
    void entersArraysAndRepeatedParents(String value, String expected) {
        assertThat(run.redact(json(value))).isEqualTo(json(expected));
        assertThat(run.redact(json(value))).isEqualTo(json(expected));
    }

    @Test
    void takesTheNameOfAChainEntryForTheParentOfItsMembers() {
        JsonNode value = json("{'password':'s','authorization':'kept'}");

        assertThat(run.redact("payload", value)).isEqualTo(json("{'password':'--redacted--','authorization':'kept'}"));
        assertThat(run.redact("other", value)).isSameAs(value);
        assertThat(run.redact(json("{'payload':{'password':'s'}}")))
                .isEqualTo(json("{'payload':{'password':'--redacted--'}}"));
    }

    @Test
    void leavesTheInputAloneAndSharesWhatDidNotChange() {
        JsonNode value =
                json("{'payload':{'token':'s','deep':{'a':1}},'list':[{'b':2},{'payload':{'token':'s'}}],'c':{}}");
        JsonNode before = value.deepCopy();

        JsonNode redacted = run.redact(value);

        assertThat(value).isEqualTo(before);
        assertThat(redacted.get("payload").get("deep"))
                .isSameAs(value.get("payload").get("deep"));
        assertThat(redacted.get("list").get(0)).isSameAs(value.get("list").get(0));
        assertThat(redacted.get("c")).isSameAs(value.get("c"));
        assertThat(redacted.get("list").get(1).get("payload").get("token").textValue())
                .isEqualTo("--redacted--");
    }

    @Test
    void keepsTheOrderOfMembers() {
        assertThat(Json.write(run.redact(json("{'z':1,'payload':{'b':1,'token':'s','a':2},'y':2}"))))
                .isEqualTo("{\"z\":1,\"payload\":{\"b\":1,\"token\":\"--redacted--\",\"a\":2},\"y\":2}");
    }

    @Test
    void replacesEnvironmentValuesInEveryText() {
        Redactor.Run withEnv = env("NAME", "hello", "KEY", "s3cr3t").forTrigger(NullNode.getInstance());

        assertThat(withEnv.redact(json("{'a':'hello','b':['x s3cr3t y s3cr3t hello'],'c':5,'hello':'d'}")))
                .isEqualTo(
                        json(
                                "{'a':'--redacted:NAME--','b':['x --redacted:KEY-- y --redacted:KEY-- --redacted:NAME--'],'c':5,'hello':'d'}"));
        assertThat(withEnv.redact("$env", json("{'NAME':'hello','KEY':'s3cr3t'}")))
                .isEqualTo(json("{'NAME':'--redacted:NAME--','KEY':'--redacted:KEY--'}"));
        assertThat(withEnv.redact(json("'Bearer s3cr3t'"))).isEqualTo(json("'Bearer --redacted:KEY--'"));
        assertThat(withEnv.redactText("cannot reach s3cr3t")).isEqualTo("cannot reach --redacted:KEY--");
    }

    @Test
    void takesEnvironmentValuesAsTheyAreAndIgnoresEmptyOnes() {
        Redactor.Run withEnv = env("EMPTY", "", "PATTERN", "a.$1*").forTrigger(NullNode.getInstance());

        assertThat(withEnv.redactText("abc a.$1* ")).isEqualTo("abc --redacted:PATTERN-- ");
    }

    @Test
    void looksForLaterVariablesInTheTextThatEarlierOnesLeft() {
        Redactor.Run withEnv = env("A", "one", "B", "A--", "C", "one two").forTrigger(NullNode.getInstance());

        assertThat(withEnv.redactText("one two")).isEqualTo("--redacted:--redacted:B-- two");
    }

    @Test
    void takesOnlyTextsOfTheEnvironmentForSecrets() {
        Redactor typed =
                Redactor.forEnvironment((ObjectNode) json("{'PORT':80,'ON':true,'KEY':'k1'}"), RedactionLevel.STANDARD);

        assertThat(typed.forTrigger(NullNode.getInstance()).redact(json("['80 true k1',80]")))
                .isEqualTo(json("['80 true --redacted:KEY--',80]"));
    }

    @Test
    void doesNotReplaceInsideTheTextOfARedactedMember() {
        Redactor.Run withEnv = env("WORD", "redacted").forTrigger(NullNode.getInstance());

        assertThat(withEnv.redact("payload", json("{'token':'s'}"))).isEqualTo(json("{'token':'--redacted--'}"));
    }

    @Test
    void redactsErrorsInAllTheirParts() {
        ErrorValue error = new ErrorValue(
                "DirectusError", "no s3cr3t", "C", 400, json("{'payload':{'token':'t'},'url':'?s3cr3t'}"), (ObjectNode)
                        json("{'cause':'s3cr3t'}"));

        JsonNode redacted =
                env("KEY", "s3cr3t").forTrigger(NullNode.getInstance()).redact("step", error.toNode());

        assertThat(Json.writeAudit(redacted))
                .isEqualTo(
                        json("""
                        {'name':'DirectusError','message':'no --redacted:KEY--','code':'C','status':400,
                         'extensions':{'payload':{'token':'--redacted--'},'url':'?--redacted:KEY--'},
                         'cause':'--redacted:KEY--'}""")
                                .toString());
        assertThat(error.message()).isEqualTo("no s3cr3t");
    }

    @Test
    void keepsUnchangedErrorsDatesNumbersAndMissingValues() {
        JsonNode error = ErrorValue.plain("TypeError", "m").toNode();
        JsonNode date = new DateValue(Instant.EPOCH).toNode();

        assertThat(run.redact(error)).isSameAs(error);
        assertThat(run.redact(date)).isSameAs(date);
        assertThat(run.redact(DoubleNode.valueOf(Double.NaN)).isNumber()).isTrue();
        assertThat(run.redact("payload", MissingNode.getInstance()).isMissingNode())
                .isTrue();
    }

    @Test
    void hidesOnlySecretMembersFromLogSteps() {
        Scope chain = redactorWithKey()
                .redactPaths(
                        Scope.of(
                                json(
                                        "{'$trigger':{'headers':{'authorization':'s'},'body':{'payload':{'token':'s','n':'x'}}},'payload':{'password':'s'},'$env':{'KEY':'s3cr3t'}}")));

        assertThat(chain.get("$trigger"))
                .isEqualTo(
                        json(
                                "{'headers':{'authorization':'--redacted--'},'body':{'payload':{'token':'--redacted--','n':'x'}}}"));
        assertThat(chain.get("payload")).isEqualTo(json("{'password':'--redacted--'}"));
        assertThat(chain.get("$env")).isEqualTo(json("{'KEY':'s3cr3t'}"));
        assertThat(chain.get("nothing").isMissingNode()).isTrue();
    }

    private static Redactor redactorWithKey() {
        return env("KEY", "s3cr3t");
    }

    private static Redactor env(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Redactor(values, RedactionLevel.STANDARD);
    }

    static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
