package org.camundaflows.operations.jwt;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** Puts the older key formats, which the JDK cannot read, into the general ones. */
final class Der {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int CURVE = 0xa0;
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private Der() {}

    /** PKCS#1 to PKCS#8. */
    static byte[] rsaPrivate(byte[] pkcs1) {
        return element(SEQUENCE, version(), RSA, element(OCTET_STRING, pkcs1));
    }

    /** PKCS#1 to SubjectPublicKeyInfo. */
    static byte[] rsaPublic(byte[] pkcs1) {
        return element(SEQUENCE, RSA, element(BIT_STRING, new byte[1], pkcs1));
    }

    /**
     * SEC 1 to PKCS#8.
     *
     * @throws IllegalArgumentException if the key does not name its curve
     */
    static byte[] ecPrivate(byte[] sec1) {
        byte[] algorithm = element(SEQUENCE, EC, curve(sec1));
        return element(SEQUENCE, version(), algorithm, element(OCTET_STRING, sec1));
    }

    private static byte[] curve(byte[] sec1) {
        int position = contentOf(sec1, 0);
        while (position < sec1.length) {
            int content = contentOf(sec1, position);
            int end = content + lengthOf(sec1, position);
            if ((sec1[position] & 0xff) == CURVE) {
                return Arrays.copyOfRange(sec1, content, end);
            }
            position = end;
        }
        throw new IllegalArgumentException("The key names no curve");
    }

    private static byte[] version() {
        return element(INTEGER, new byte[1]);
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length >= 0x100) {
            element.write(0x82);
            element.write(length >> 8);
        } else if (length >= 0x80) {
            element.write(0x81);
        }
        element.write(length);
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    /** Where the content of the element at a position starts. */
    private static int contentOf(byte[] der, int position) {
        int length = at(der, position + 1);
        return position + 2 + (length < 0x80 ? 0 : length - 0x80);
    }

    private static int lengthOf(byte[] der, int position) {
        int first = at(der, position + 1);
        int length = first;
        if (first >= 0x80) {
            length = 0;
            for (int i = position + 2; i < contentOf(der, position) && length < der.length; i++) {
                length = length << 8 | at(der, i);
            }
        }
        if (length > der.length) {
            throw truncated();
        }
        return length;
    }

    private static int at(byte[] der, int position) {
        if (position >= der.length) {
            throw truncated();
        }
        return der[position] & 0xff;
    }

    private static IllegalArgumentException truncated() {
        return new IllegalArgumentException("The key is cut short");
    }
}
