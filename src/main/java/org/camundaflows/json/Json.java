package org.camundaflows.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads and writes JSON the way flows see it: every digit of a number kept, numbers written as JavaScript does. */
public final class Json {

    /** Deeper than any value of a run with what answers, records and tags wrap around it. */
    private static final int MAX_OWN_DEPTH = 4000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(ValueBounds.READ_DEPTH)
                            .build())
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(MAX_OWN_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .nodeFactory(new BoundedNumbers())
            .build();

    /** Reads what this class has written: values in a run may be larger than what comes in from outside. */
    private static final JsonFactory OWN = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_OWN_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final Pattern LONE_SURROGATE =
            Pattern.compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    /** Which setting of the parser a limit comes from; of no use to those who wrote the text. */
    private static final Pattern LIMIT_SOURCE = Pattern.compile(", from `[^`]*`");

    private Json() {}

    /** The mapper all parts of the project share; do not reconfigure it. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads a text from outside.
     *
     * @throws JsonProcessingException if the text is not exactly one JSON value, or nested deeper than
     *     {@link ValueBounds#READ_DEPTH}
     */
    public static JsonNode parse(String text) throws JsonProcessingException {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (NumberFormatException e) {
            throw new JsonParseException(null, "A number is out of range", e);
        } catch (StreamConstraintsException e) {
            throw new StreamConstraintsException(
                    LIMIT_SOURCE.matcher(e.getOriginalMessage()).replaceAll(""), e.getLocation());
        }
        if (node.isMissingNode()) {
            throw new JsonParseException(null, "Unexpected end of JSON input");
        }
        return node;
    }

    /**
     * {@link #parse} without limits of size, for text that {@link #write} or {@link #writeAudit} made.
     *
     * @throws JsonProcessingException if the text is not JSON
     */
    public static JsonNode parseOwn(String text) throws JsonProcessingException {
        try (JsonParser parser = OWN.createParser(text)) {
            return MAPPER.readTree(parser);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compact JSON text as {@code JSON.stringify} writes it; NaN and Infinity become null, a missing value too. */
    public static String write(JsonNode value) {
        return write(value, View.CALLER);
    }

    /** Which form of values that JSON lacks a text shows. */
    public enum View {
        /** What callers and templates see: errors of a known class without message. */
        CALLER,
        /** What the run log keeps: errors with name, message, code, status and extensions. */
        AUDIT,
        /** What variables keep: a tagged form that {@link TaggedJson} reads back. */
        TAGGED
    }

    static String write(JsonNode value, View view) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = MAPPER.createGenerator(text)) {
            write(value, out, view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return escapeLoneSurrogates(text.toString());
    }

    /** Half a character cannot be stored or sent as it is; JavaScript escapes it too. */
    private static String escapeLoneSurrogates(String json) {
        // nearly all texts have none: the pattern is only worth its time where it may match
        return json.chars().noneMatch(c -> Character.isSurrogate((char) c))
                ? json
                : LONE_SURROGATE
                        .matcher(json)
                        .replaceAll(half ->
                                "\\\\u" + Integer.toHexString(half.group().charAt(0)));
    }

    /** The JSON text of the run log's view of a value. */
    public static String writeAudit(JsonNode value) {
        return write(value, View.AUDIT);
    }

    /** The text a value has inside a larger template text (specification: data-chain, section 2.1). */
    public static String display(JsonNode value) {
        if (value.isMissingNode()) {
            return "undefined";
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isNumber()) {
            return number(value);
        }
        return write(value);
    }

    /** A number as JavaScript's {@code String(n)} writes it, except that long integers keep all digits. */
    public static String number(JsonNode number) {
        if (number.isIntegralNumber()) {
            return number.asText();
        }
        if (number.isBigDecimal()) {
            return number(number.decimalValue());
        }
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        return number(shortest(value));
    }

    /** The fewest digits that read back as the same number; of several such texts the nearest. */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(DoubleToDecimal.toString(value));
        if (Math.abs(value) >= Double.MIN_NORMAL) {
            return decimal;
        }
        // Java writes at least two digits and takes them nearer to the number, where one would do
        BigDecimal digit = new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN));
        return digit.doubleValue() == value ? digit : decimal;
    }

    private static String number(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        int point = stripped.precision() - stripped.scale();
        if (stripped.signum() == 0 || (point > -6 && point <= 21)) {
            return stripped.signum() == 0 ? "0" : stripped.toPlainString();
        }
        String digits = stripped.unscaledValue().abs().toString();
        int exponent = point - 1;
        return (stripped.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    static void write(JsonNode value, JsonGenerator out, View view) throws IOException {
        if (value.isObject()) {
            boolean escape = view == View.TAGGED && TaggedJson.needsEscape(value);
            if (escape) {
                out.writeStartObject();
                out.writeFieldName(TaggedJson.OBJECT);
            }
            out.writeStartObject();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                out.writeFieldName(field.getKey());
                write(field.getValue(), out, view);
            }
            out.writeEndObject();
            if (escape) {
                out.writeEndObject();
            }
        } else if (value.isArray()) {
            out.writeStartArray();
            for (JsonNode element : value) {
                write(element, out, view);
            }
            out.writeEndArray();
        } else if (value.isNumber()) {
            writeNumber(value, out, view);
        } else if (value instanceof POJONode pojo) {
            writeSpecial(pojo, out, view);
        } else if (value.isMissingNode()) {
            out.writeNull();
        } else {
            MAPPER.writeTree(out, value);
        }
    }

    private static void writeNumber(JsonNode value, JsonGenerator out, View view) throws IOException {
        if (value.isFloatingPointNumber() && !value.isBigDecimal() && !Double.isFinite(value.doubleValue())) {
            if (view == View.TAGGED) {
                TaggedJson.tag(out, TaggedJson.NUMBER, number(value));
            } else {
                out.writeNull();
            }
        } else {
            out.writeNumber(number(value));
        }
    }

    private static void writeSpecial(POJONode node, JsonGenerator out, View view) throws IOException {
        if (node.getPojo() instanceof DateValue date) {
            if (view == View.TAGGED) {
                TaggedJson.tag(out, TaggedJson.DATE, date.iso());
            } else {
                out.writeString(date.iso());
            }
        } else if (node.getPojo() instanceof ErrorValue error) {
            switch (view) {
                case CALLER -> write(error.json(), out, view);
                case AUDIT -> write(error.audit(), out, view);
                case TAGGED -> TaggedJson.tag(out, error);
            }
        } else {
            throw new IOException("Not a JSON value: " + node.getPojo());
        }
    }
}
