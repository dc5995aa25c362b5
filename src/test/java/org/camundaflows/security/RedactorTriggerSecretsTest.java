package org.camundaflows.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.security.RedactorTest.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTriggerSecretsTest {

    private static final JsonNode TRIGGER = json(
            """
            {'headers':{'authorization':'Bearer abcdef-123456','cookie':'short'},
             'body':{'payload':{'password':'correct horse battery','auth_data':{'a':['refresh-me-0001']},'n':'not-a-secret-at-all'},
                     'refresh_token':'only-in-strict-mode'}}""");

    @Nested
    class Standard {

        private final Redactor.Run run = run(RedactionLevel.STANDARD, Map.of());

        @ParameterizedTest
        @ValueSource(strings = {"Bearer abcdef-123456", "abcdef-123456", "correct horse battery", "refresh-me-0001"})
        void hidesARepeatedSecretInTheOptionsOfAStep(String secret) {
            assertThat(run.redact(json("{'a':['%s'],'b':'x %s y %s'}".formatted(secret, secret, secret))))
                    .isEqualTo(json("{'a':['--redacted--'],'b':'x --redacted-- y --redacted--'}"));
            assertThat(run.redactText("failed: " + secret)).isEqualTo("failed: --redacted--");
        }

        @ParameterizedTest
        @ValueSource(strings = {"short", "not-a-secret-at-all", "only-in-strict-mode", "correct horse"})
        void keepsWhatIsShortOrNoSecret(String text) {
            JsonNode options = json("{'a':'%s'}".formatted(text));

            assertThat(run.redact(options)).isSameAs(options);
        }

        @Test
        void hidesARepeatedSecretInData() {
            JsonNode data = json("{'a':'correct horse battery'}");

            assertThat(run.redact("step", data)).isEqualTo(json("{'a':'--redacted--'}"));
        }
    }

    @Nested
    class Strict {

        private final Redactor.Run run = run(RedactionLevel.STRICT, Map.of("KEY", "correct horse"));

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "authorization",
                    "cookie",
                    "Set-Cookie",
                    "access_token",
                    "refresh_token",
                    "PASSWORD",
                    "token",
                    "tfa_secret",
                    "external_identifier",
                    "auth_data",
                    "credentials",
                    "ai_openai_api_key",
                    "ai_anthropic_api_key",
                    "ai_google_api_key",
                    "ai_openai_compatible_api_key"
                })
        void hidesMembersWithASecretNameAnywhere(String name) {
            assertThat(run.redact(json("[{'any':{'%s':1,'other':2}}]".formatted(name))))
                    .isEqualTo(json("[{'any':{'%s':'--redacted--','other':2}}]".formatted(name)));
            assertThat(run.redact(name, json("{'a':1}"))).isEqualTo(json("'--redacted--'"));
        }

        @Test
        void hidesARepeatedSecretAnywhereInTheRun() {
            ErrorValue error = ErrorValue.plain("E", "got correct horse battery!");

            assertThat(run.redact(json("{'a':'only-in-strict-mode','b':'(abcdef-123456)','c':'correct horse'}")))
                    .isEqualTo(json("{'a':'--redacted--','b':'(--redacted--)','c':'--redacted:KEY--'}"));
            assertThat(Json.writeAudit(run.redact(error.toNode())))
                    .isEqualTo("{\"name\":\"E\",\"message\":\"got --redacted--!\"}");
        }

        @Test
        void hidesASecretAsAWholeThoughItHoldsAnEnvironmentValue() {
            assertThat(run.redactText("correct horse battery, correct horse"))
                    .isEqualTo("--redacted--, --redacted:KEY--");
        }

        @Test
        void hidesMembersWithASecretNameFromLogSteps() {
            Redactor redactor = new Redactor(Map.of(), RedactionLevel.STRICT);

            assertThat(redactor.redactPaths("a", json("{'b':{'Token':1}}")))
                    .isEqualTo(json("{'b':{'Token':'--redacted--'}}"));
        }
    }

    private static Redactor.Run run(RedactionLevel level, Map<String, String> env) {
        return new Redactor(env, level).forTrigger(TRIGGER);
    }
}
