package org.camundaflows.operations.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;

/** Percent-encoding of URLs, and the dots in their paths. */
final class UrlEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String REPLACEMENT = "%EF%BF%BD";

    private UrlEncoding() {}

    /** Encodes what a URL cannot hold; what is encoded already stays, an unpaired surrogate becomes U+FFFD. */
    static String encode(String url) {
        StringBuilder encoded = new StringBuilder(url.length() + 16);
        for (int i = 0; i < url.length(); ) {
            int character = url.codePointAt(i);
            if (character == '%' && !isEscape(url, i)) {
                encoded.append("%25");
            } else if (isAllowed(character)) {
                encoded.append((char) character);
            } else if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                encoded.append(REPLACEMENT);
            } else {
                escape(character, encoded);
            }
            i += Character.charCount(character);
        }
        return encoded.toString();
    }

    /** The text that the escapes stand for, read as UTF-8. */
    static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%' && isEscape(encoded, i)) {
                bytes.write(HexFormat.fromHexDigit(encoded[i + 1]) << 4 | HexFormat.fromHexDigit(encoded[i + 2]));
                i += 2;
            } else {
                bytes.write(encoded[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A path without {@code .} and {@code ..}, in plain or encoded spelling. */
    static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String dots = segments[i].toLowerCase(Locale.ROOT).replace("%2e", ".");
            if (dots.equals("..")) {
                kept.pollLast();
            } else if (!dots.equals(".")) {
                kept.addLast(segments[i]);
                continue;
            }
            if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void escape(int character, StringBuilder encoded) {
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(HEX.toHexDigits(b));
        }
    }

    private static boolean isEscape(CharSequence text, int percent) {
        return percent + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(percent + 1))
                && HexFormat.isHexDigit(text.charAt(percent + 2));
    }

    private static boolean isEscape(byte[] text, int percent) {
        return percent + 2 < text.length
                && HexFormat.isHexDigit(text[percent + 1])
                && HexFormat.isHexDigit(text[percent + 2]);
    }

    private static boolean isAllowed(int character) {
        return character > ' ' && character < 0x7f && "\"<>`{}".indexOf(character) < 0;
    }
}
