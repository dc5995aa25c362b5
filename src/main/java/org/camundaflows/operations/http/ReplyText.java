package org.camundaflows.operations.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The text of an answer's body.
 *
 * @param value read as UTF-8; empty when there is no body
 * @param decoded whether it came compressed
 */
record ReplyText(String value, boolean decoded) {

    private static final int ZLIB = 8;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * @param limit in bytes, after decompression
     * @throws ReplyTooLargeException if there is more
     */
    static ReplyText read(@Nullable HttpEntity entity, @Nullable Header encoding, int limit) throws IOException {
        String name = encoding == null ? "" : encoding.getValue().strip().toLowerCase(Locale.ROOT);
        boolean compressed = name.equals("gzip") || name.equals("x-gzip") || name.equals("deflate");
        if (entity == null) {
            return new ReplyText("", compressed);
        }
        try (PushbackInputStream raw = new PushbackInputStream(unclosed(entity.getContent()))) {
            int first = raw.read();
            if (first < 0) {
                return new ReplyText("", compressed);
            }
            raw.unread(first);
            return new ReplyText(text(compressed ? decompressed(raw, name, first) : raw, limit), compressed);
        }
    }

    private static String text(InputStream content, int limit) throws IOException {
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ReplyTooLargeException(limit);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Closing the client's own stream reads it to its end first; the caller closes the connection instead. */
    private static InputStream unclosed(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public void close() {}
        };
    }

    /** Servers send {@code deflate} with the zlib frame that the standard asks for, and without. */
    private static InputStream decompressed(InputStream raw, String encoding, int first) throws IOException {
        if (!encoding.equals("deflate")) {
            return new GZIPInputStream(raw);
        }
        return new InflaterInputStream(raw, new Inflater((first & 0xf) != ZLIB));
    }
}
