package org.camundaflows.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is kept of an API token: its SHA-256, in hexadecimal. Tokens are long and random, so no salt is needed. */
public record TokenDigest(String hex) {

    public static TokenDigest of(String token) {
        return new TokenDigest(HexFormat.of().formatHex(sha256(token)));
    }

    /** Takes the same time whether much or little of the token is right. */
    public boolean matches(String token) {
        return MessageDigest.isEqual(
                of(token).hex.getBytes(StandardCharsets.US_ASCII), hex.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
