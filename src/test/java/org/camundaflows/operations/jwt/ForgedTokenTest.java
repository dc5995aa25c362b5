package org.camundaflows.operations.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that nobody who may has signed. */
class ForgedTokenTest {

    private static final String CLAIMS = "{\"admin\":true}";

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'algorithms':['none']}", "{'algorithms':['HS256','none']}"})
    void withoutSignature(String options) {
        String token = part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(CLAIMS) + ".";

        assertThat(refusal(token, "abc", options)).isEqualTo("jwt signature is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void withAlgorithmNoneAndSomeSignature(String algorithm) {
        String token = part("{\"alg\":\"" + algorithm + "\"}") + "." + part(CLAIMS) + ".AAAA";

        assertThat(refusal(token, "abc", "{}")).isEqualTo("invalid algorithm");
        assertThat(refusal(token, "@rsa-public.pem", "{}")).isEqualTo("invalid algorithm");
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-public.pem, invalid algorithm",
        "rsa-public-pkcs1.pem, invalid algorithm",
        "rsa-certificate.pem, invalid algorithm",
        "rsa.pem, invalid algorithm",
        "ec-256-public.pem, invalid algorithm",
        "ed25519-public.pem, secretOrPublicKey is not valid key material",
        "rsa-encrypted.pem, secretOrPublicKey is not valid key material",
        "ec-256.pem, secretOrPublicKey is not valid key material",
    })
    void withAPublicKeyUsedAsSharedSecret(String file, String refusal) throws Exception {
        String token = hmac("{\"alg\":\"HS256\"}", CLAIMS, Tokens.resource(file));

        assertThat(refusal(token, "@" + file, "{}")).isEqualTo(refusal);
    }

    @Test
    void withAPublicKeyUsedAsSharedSecretThoughTheAuthorAllowsBothKinds() throws Exception {
        String token = hmac("{\"alg\":\"HS256\"}", CLAIMS, Tokens.resource("rsa-public.pem"));

        assertThat(refusal(token, "@rsa-public.pem", "{'algorithms':['HS256','RS256']}"))
                .isEqualTo("secretOrPublicKey must be a symmetric key when using HS256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\\nAAAA\\n-----END PUBLIC KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\\nMAA=\\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\\nMIT/\\n-----END EC PRIVATE KEY-----",
                "-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----",
                "-----BEGIN RSA PRIVATE KEY-----\\n\\n-----END RSA PRIVATE KEY-----"
            })
    void brokenKeysAreNoSharedSecrets(String secret) throws Exception {
        String token = hmac("{\"alg\":\"HS256\"}", CLAIMS, secret.replace("\\n", "\n"));

        assertThat(refusal(token, secret, "{}")).isEqualTo("secretOrPublicKey is not valid key material");
        assertThat(Tokens.error(Tokens.run("{'operation':'sign','payload':{'a':1},'secret':'" + secret + "'}"))
                        .message())
                .isEqualTo("secretOrPrivateKey is not valid key material");
    }

    @Test
    void aPublicKeyIsNoSharedSecretForSigningEither() {
        assertThat(Tokens.error(Tokens.run("{'operation':'sign','payload':{'a':1},'secret':'@rsa-public.pem'}"))
                        .message())
                .isEqualTo("secretOrPrivateKey must be a symmetric key when using HS256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"zip\":\"DEF\"", "\"b64\":false", "\"crit\":[\"b64\"]"})
    void headersThatChangeTheMeaningAreRefused(String member) throws Exception {
        String token = hmac("{\"alg\":\"HS256\"," + member + "}", CLAIMS, "abc");

        assertThat(refusal(token, "abc", "{}")).isEqualTo("invalid token");
    }

    @Test
    void hugeTokensAreNotEvenRead() throws Exception {
        String token = hmac("{\"alg\":\"HS256\"}", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}", "abc");
        ObjectNode decode =
                JsonNodeFactory.instance.objectNode().put("operation", "decode").put("token", token);

        assertThat(refusal(token, "abc", "{}")).isEqualTo("invalid token");
        assertThat(Tokens.value(Tokens.run(decode)).isNull()).isTrue();
    }

    @Test
    void deeplyNestedClaimsAreRefused() throws Exception {
        String token = hmac("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", "[".repeat(100_000), "abc");

        assertThat(refusal(token, "abc", "{}")).isEqualTo("invalid token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "words", ""})
    void claimsThatAreNoJsonAreRefused(String claims) throws Exception {
        String token = hmac("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims, "abc");

        assertThat(refusal(token, "abc", "{}")).isEqualTo("invalid token");
        assertThat(Tokens.value(Tokens.run("{'operation':'decode','token':'" + token + "'}"))
                        .isNull())
                .isTrue();
    }

    @Test
    void anEllipticSignatureOfZerosIsRefused() {
        String token = part("{\"alg\":\"ES256\"}") + "." + part(CLAIMS) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

        assertThat(refusal(token, "@ec-256-public.pem", "{}")).isEqualTo("invalid signature");
    }

    @Test
    void anotherCurveOfTheSameSizeIsRefused() {
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        step.put("operation", "verify").put("secret", "@secp256k1-public.pem");
        step.put("token", part("{\"alg\":\"ES256\"}") + "." + part(CLAIMS) + ".AAAA");

        // Whether the key can be read at all depends on the JDK.
        assertThat(Tokens.error(Tokens.run(step)).message())
                .isIn(
                        "\"alg\" parameter \"ES256\" requires curve \"prime256v1\".",
                        "secretOrPublicKey is not valid key material");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "A", "AAAAA"})
    void aSignatureOfTheWrongLengthIsRefused(String signature) {
        assertThat(refusal(
                        part("{\"alg\":\"ES256\"}") + "." + part(CLAIMS) + "." + signature, "@ec-256-public.pem", "{}"))
                .isEqualTo("invalid signature");
        assertThat(refusal(part("{\"alg\":\"RS256\"}") + "." + part(CLAIMS) + "." + signature, "@rsa-public.pem", "{}"))
                .isEqualTo("invalid signature");
        assertThat(refusal(part("{\"alg\":\"HS256\"}") + "." + part(CLAIMS) + "." + signature, "abc", "{}"))
                .isEqualTo("invalid signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "jwk", "x5u", "x5c", "kid"})
    void aKeyInTheTokenIsNeverUsed(String member) throws Exception {
        String token = hmac("{\"alg\":\"HS256\",\"" + member + "\":\"http://127.0.0.1/\"}", CLAIMS, "other");

        assertThat(refusal(token, "abc", "{}")).isEqualTo("invalid signature");
    }

    private static String refusal(String token, String secret, String options) {
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        step.put("operation", "verify").put("token", token).put("secret", secret.replace("\\n", "\n"));
        step.set("options", Tokens.json(options));
        Result result = Tokens.run(step);
        assertThat(Tokens.error(result).name()).isEqualTo("JsonWebTokenError");
        return Tokens.error(result).message();
    }

    private static String hmac(String header, String claims, String secret) throws Exception {
        String signed = part(header) + "." + part(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HMAC"));
        return signed + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
