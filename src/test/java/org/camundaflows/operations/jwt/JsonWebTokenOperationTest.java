package org.camundaflows.operations.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWebTokenOperationTest {

    @ParameterizedTest
    @CsvSource({
        "HS256, abc, abc",
        "HS384, abc, abc",
        "HS512, abc, abc",
        "RS256, @rsa.pem, @rsa-public.pem",
        "RS384, @rsa-pkcs1.pem, @rsa-public-pkcs1.pem",
        "RS512, @rsa.pem, @rsa-certificate.pem",
        "PS256, @rsa.pem, @rsa-public.pem",
        "PS384, @rsa-pkcs1.pem, @rsa-public.pem",
        "PS512, @rsa.pem, @rsa-public.pem",
        "ES256, @ec-256.pem, @ec-256-public.pem",
        "ES256, @ec-256-sec1.pem, @ec-256-public.pem",
        "ES384, @ec-384.pem, @ec-384-public.pem",
        "ES512, @ec-521.pem, @ec-521-public.pem",
    })
    void whatIsSignedCanBeVerified(String algorithm, String privateKey, String publicKey) {
        String token = sign("{'a':1}", privateKey, "{'algorithm':'" + algorithm + "'}");

        assertThat(Tokens.value(verify(token, publicKey, "{}"))).isEqualTo(Tokens.json("{'a':1,'iat':1700000000}"));
    }

    @Test
    void aKeyFileMayStartWithItsCurve() {
        assertThat(sign("{}", "@ec-256-params.pem", "{'algorithm':'ES256'}")).isNotEmpty();
    }

    @Test
    void claimsKeepTheirOrderAndAllDigits() {
        String token = sign("{'z':9007199254740993,'a':1.50}", "abc", "{'issuer':'me','expiresIn':'1h'}");

        assertThat(Json.write(Tokens.value(decode(token))))
                .isEqualTo("{\"z\":9007199254740993,\"a\":1.5,\"iat\":1700000000,\"exp\":1700003600,\"iss\":\"me\"}");
    }

    @Test
    void theErrorOfAnExpiredTokenIsCompleteForTemplatesAndCallers() {
        String token = sign("{'exp':1699999999}", "abc", "{}");

        ErrorValue error = Tokens.error(verify(token, "abc", "{}"));

        assertThat(Json.write(error.toNode()))
                .isEqualTo("{\"name\":\"TokenExpiredError\",\"message\":\"jwt expired\","
                        + "\"expiredAt\":\"2023-11-14T22:13:19.000Z\"}");
        assertThat(error.member("expiredAt"))
                .isEqualTo(new DateValue(java.time.Instant.ofEpochSecond(1_699_999_999)).toNode());
    }

    @Test
    void mistakesInTheOptionsAreErrorsWithoutJsonForm() {
        ErrorValue error = Tokens.error(Tokens.run("{'operation':'sign','secret':'abc'}"));

        assertThat(Json.write(error.toNode())).isEqualTo("{}");
        assertThat(error.audit())
                .isEqualTo(Tokens.json("{'name':'Error','message':'Undefined JSON Web Token payload'}"));
    }

    @Test
    void thePayloadIsLeftAsItWas() {
        ObjectNode options = (ObjectNode) Tokens.json("{'operation':'sign','payload':{'a':1},'secret':'abc'}");
        JsonNode before = options.deepCopy();

        Tokens.run(options);

        assertThat(options).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'header':{'alg':'XX'}}", "{'header':{'alg':5}}"})
    void anUnknownAlgorithmInTheHeaderIsRefused(String options) {
        ErrorValue error =
                Tokens.error(Tokens.run("{'operation':'sign','payload':{},'secret':'abc','options':" + options + "}"));

        assertThat(error.name()).isEqualTo("TypeError");
        assertThat(error.message()).endsWith("is not a valid algorithm.");
    }

    @Test
    void wordsAreNoOptions() {
        assertThat(Tokens.error(Tokens.run("{'operation':'sign','payload':{},'secret':'abc','options':'words'}"))
                        .name())
                .isEqualTo("SyntaxError");
    }

    @Test
    void describesItself() {
        JsonWebTokenOperation operation = new JsonWebTokenOperation(Clock.systemUTC());

        assertThat(operation.type().id()).isEqualTo("json-web-token");
        assertThat(operation.type().effects()).isFalse();
        assertThat(operation.type().options())
                .extracting(option -> option.name())
                .containsExactly("operation", "payload", "token", "secret", "options");
    }

    private static String sign(String payload, String secret, String options) {
        return Tokens.value(Tokens.run("{'operation':'sign','payload':" + payload + ",'secret':'" + secret
                        + "','options':" + options + "}"))
                .textValue();
    }

    private static Result verify(String token, String secret, String options) {
        return Tokens.run(
                "{'operation':'verify','token':'" + token + "','secret':'" + secret + "','options':" + options + "}");
    }

    private static Result decode(String token) {
        return Tokens.run("{'operation':'decode','token':'" + token + "'}");
    }
}
