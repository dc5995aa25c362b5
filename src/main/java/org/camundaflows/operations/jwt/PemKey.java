package org.camundaflows.operations.jwt;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key, public key or certificate in PEM text. */
final class PemKey {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:RSA |EC )?PRIVATE KEY|(?:RSA )?PUBLIC KEY|CERTIFICATE)-----"
                    + "([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final List<String> KINDS = List.of("RSA", "RSASSA-PSS", "EC");

    private PemKey() {}

    /**
     * The first key in the text, empty if the text is no PEM at all.
     *
     * @throws GeneralSecurityException if it is, but holds no key that can be used: such a text must never be taken for
     *     a shared secret, for a public key is known to everyone
     */
    static Optional<Key> in(String text) throws GeneralSecurityException {
        if (!text.contains("-----BEGIN ")) {
            return Optional.empty();
        }
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new InvalidKeySpecException("No usable key");
        }
        try {
            return Optional.of(key(block.group(1), Base64.getMimeDecoder().decode(block.group(2))));
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException("Broken key", e);
        }
    }

    private static Key key(String label, byte[] der) throws GeneralSecurityException {
        return switch (label) {
            case "CERTIFICATE" ->
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der))
                        .getPublicKey();
            case "PUBLIC KEY" -> publicKey(der);
            case "RSA PUBLIC KEY" -> publicKey(Der.rsaPublic(der));
            case "RSA PRIVATE KEY" -> privateKey(Der.rsaPrivate(der));
            case "EC PRIVATE KEY" -> privateKey(Der.ecPrivate(der));
            default -> privateKey(der);
        };
    }

    private static Key publicKey(byte[] der) throws GeneralSecurityException {
        for (String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                // Of another kind.
            }
        }
        throw new InvalidKeySpecException("No usable public key");
    }

    private static Key privateKey(byte[] der) throws GeneralSecurityException {
        for (String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                // Of another kind.
            }
        }
        throw new InvalidKeySpecException("No usable private key");
    }
}
