package org.camundaflows.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passwords of six digits that an authenticator shows for half a minute each (RFC 6238 with SHA-1). */
public final class OneTimePassword {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    private final SecretKeySpec key;

    /**
     * @param secret in Base32
     * @throws IllegalArgumentException if it is not
     */
    public OneTimePassword(String secret) {
        this.key = new SecretKeySpec(decode(secret), "HmacSHA1");
    }

    /** Whether it is the password of this half minute, or of the one before or after as clocks differ. */
    public boolean matches(String password, Instant now) {
        long step = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        boolean found = false;
        for (long near = step - 1; near <= step + 1; near++) {
            found |= MessageDigest.isEqual(
                    at(near).getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    private String at(long step) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA1", e);
        }
    }

    private static byte[] decode(String secret) {
        String letters = secret.strip().replace("=", "").toUpperCase(Locale.ROOT);
        byte[] bytes = new byte[letters.length() * BITS / Byte.SIZE];
        int buffer = 0;
        int filled = 0;
        int next = 0;
        for (int i = 0; i < letters.length(); i++) {
            int value = ALPHABET.indexOf(letters.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("Not a Base32 text");
            }
            buffer = buffer << BITS | value;
            filled += BITS;
            if (filled >= Byte.SIZE) {
                filled -= Byte.SIZE;
                bytes[next++] = (byte) (buffer >> filled);
            }
        }
        return bytes;
    }
}
