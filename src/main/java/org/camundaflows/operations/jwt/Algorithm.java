package org.camundaflows.operations.jwt;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;

/** The signature algorithms of JSON Web Tokens (RFC 7518). */
enum Algorithm {
    RS256,
    PS256,
    RS384,
    PS384,
    RS512,
    PS512,
    ES256,
    ES384,
    ES512,
    HS256,
    HS384,
    HS512,
    NONE;

    /** Its name in tokens and options. */
    String id() {
        return this == NONE ? "none" : name();
    }

    static Optional<Algorithm> named(String id) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.id().equals(id))
                .findFirst();
    }

    /** @param type {@code rsa}, {@code rsa-pss} or {@code ec} */
    static List<Algorithm> ofKeyType(String type) {
        return switch (type) {
            case "ec" -> List.of(ES256, ES384, ES512);
            case "rsa-pss" -> List.of(PS256, PS384, PS512);
            default -> List.of(RS256, PS256, RS384, PS384, RS512, PS512);
        };
    }

    boolean isSymmetric() {
        return name().startsWith("HS");
    }

    boolean isAsymmetric() {
        return this != NONE && !isSymmetric();
    }

    boolean isElliptic() {
        return name().startsWith("ES");
    }

    /** Of an elliptic algorithm. */
    String curve() {
        return switch (this) {
            case ES256 -> "prime256v1";
            case ES384 -> "secp384r1";
            default -> "secp521r1";
        };
    }

    /** Whether a key lies on the curve of an elliptic algorithm; another curve of the same size is not enough. */
    boolean isOnCurve(ECKey key) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec(this == ES256 ? "secp256r1" : curve()));
            return curve.getParameterSpec(ECParameterSpec.class)
                    .getCurve()
                    .equals(key.getParams().getCurve());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** @throws GeneralSecurityException if the key does not suit */
    byte[] sign(Key key, byte[] message) throws GeneralSecurityException {
        if (this == NONE) {
            return new byte[0];
        }
        if (isSymmetric()) {
            Mac mac = Mac.getInstance("HmacSHA" + hashBits());
            mac.init(key);
            return mac.doFinal(message);
        }
        Signature signature = signature();
        signature.initSign((PrivateKey) key);
        signature.update(message);
        return signature.sign();
    }

    /** Whether the signature belongs to the message; without signature it never does. */
    boolean verify(Key key, byte[] message, byte[] signature) throws GeneralSecurityException {
        if (this == NONE) {
            return false;
        }
        if (isSymmetric()) {
            return MessageDigest.isEqual(sign(key, message), signature);
        }
        Signature verifier = signature();
        verifier.initVerify((PublicKey) key);
        verifier.update(message);
        return verifier.verify(signature);
    }

    private Signature signature() throws GeneralSecurityException {
        String hash = "SHA" + hashBits();
        if (isElliptic()) {
            return Signature.getInstance(hash + "withECDSAinP1363Format");
        }
        if (name().startsWith("RS")) {
            return Signature.getInstance(hash + "withRSA");
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        String digest = "SHA-" + hashBits();
        pss.setParameter(new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), hashBits() / 8, 1));
        return pss;
    }

    private int hashBits() {
        return Integer.parseInt(name().substring(2));
    }
}
