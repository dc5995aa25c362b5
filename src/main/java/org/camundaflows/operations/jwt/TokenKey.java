package org.camundaflows.operations.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.camundaflows.operation.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * The option {@code secret}: a shared secret of any length, or a key in PEM. The key's type decides which algorithms are
 * possible; what a token says of itself never does.
 */
record TokenKey(Key key) {

    /** @throws Rejection if it cannot be a key */
    static TokenKey forSigning(JsonNode secret) {
        try {
            return new TokenKey(read(secret));
        } catch (GeneralSecurityException e) {
            throw TokenErrors.misuse("secretOrPrivateKey is not valid key material");
        }
    }

    /**
     * As for signing, but of a private key only the public half is used.
     *
     * @throws Rejection if it cannot be a key
     */
    static TokenKey forVerifying(JsonNode secret) {
        try {
            Key key = read(secret);
            return new TokenKey(key instanceof PrivateKey half ? publicHalf(half) : key);
        } catch (GeneralSecurityException e) {
            throw TokenErrors.invalid("secretOrPublicKey is not valid key material");
        }
    }

    boolean isSecret() {
        return type() == null;
    }

    boolean isPrivate() {
        return key instanceof PrivateKey;
    }

    /** {@code rsa}, {@code rsa-pss} or {@code ec}, null for a shared secret. */
    @Nullable
    String type() {
        if (key instanceof RSAKey) {
            return key.getAlgorithm().equals("RSASSA-PSS") ? "rsa-pss" : "rsa";
        }
        return key instanceof ECKey ? "ec" : null;
    }

    /** Of an RSA key, in bits; for others as large as it gets. */
    int modulusLength() {
        return key instanceof RSAKey rsa ? rsa.getModulus().bitLength() : Integer.MAX_VALUE;
    }

    /** The algorithms a token may have when the author names none. */
    List<Algorithm> usualAlgorithms() {
        String type = type();
        if (type == null) {
            return List.of(Algorithm.HS256, Algorithm.HS384, Algorithm.HS512);
        }
        return type.equals("ec") ? Algorithm.ofKeyType("ec") : Algorithm.ofKeyType("rsa");
    }

    /**
     * Checks that an asymmetric key fits an algorithm; a shared secret always does.
     *
     * @throws Rejection if it does not
     */
    void requireFitFor(Algorithm algorithm) {
        String type = type();
        if (type == null) {
            return;
        }
        List<Algorithm> possible = Algorithm.ofKeyType(type);
        if (!possible.contains(algorithm)) {
            String names =
                    String.join(", ", possible.stream().map(Algorithm::id).toList());
            throw TokenErrors.misuse("\"alg\" parameter for \"" + type + "\" key type must be one of: " + names + ".");
        }
        if (key instanceof ECKey ec && !algorithm.isOnCurve(ec)) {
            throw TokenErrors.misuse(
                    "\"alg\" parameter \"" + algorithm.id() + "\" requires curve \"" + algorithm.curve() + "\".");
        }
    }

    private static Key read(JsonNode secret) throws GeneralSecurityException {
        if (!secret.isTextual() || secret.textValue().isEmpty()) {
            throw new GeneralSecurityException("Not a text");
        }
        byte[] bytes = secret.textValue().getBytes(StandardCharsets.UTF_8);
        return PemKey.in(secret.textValue()).orElseGet(() -> new SecretKeySpec(bytes, "HMAC"));
    }

    private static Key publicHalf(PrivateKey key) throws GeneralSecurityException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            return KeyFactory.getInstance(key.getAlgorithm())
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent(), rsa.getParams()));
        }
        throw new GeneralSecurityException("The public half is not in the key");
    }
}
