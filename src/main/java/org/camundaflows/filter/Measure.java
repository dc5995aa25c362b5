package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.camundaflows.json.DateValue;

/** A value as a number or date that can be compared. */
sealed interface Measure {

    Pattern NUMBER = Pattern.compile("[+-]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");
    Pattern EPOCH = Pattern.compile("[+-]?+\\d++(?:\\.\\d++)?+");
    double MAX_DATE = 8.64e15;
    int MAX_DIGITS = 400;

    /** @param position the number, or the milliseconds of the date */
    record At(double position) implements Measure {}

    /** Why a value cannot be compared. */
    enum Fault implements Measure {
        WRONG_TYPE,
        /** A number with more digits than JavaScript keeps. */
        UNSAFE
    }

    /** Numbers and texts that are decimal numbers. */
    static Measure number(JsonNode value) {
        if (value.isTextual()) {
            return number(value.textValue().strip());
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        return Double.isFinite(number) ? safe(number) : Fault.WRONG_TYPE;
    }

    private static Measure number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Fault.WRONG_TYPE;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) && keepsDigits(text, number) ? safe(number) : Fault.UNSAFE;
    }

    private static boolean keepsDigits(String text, double number) {
        if (text.length() > MAX_DIGITS) {
            return false;
        }
        try {
            return new BigDecimal(text).compareTo(BigDecimal.valueOf(number)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Measure safe(double number) {
        return Math.abs(number) > JsNumber.MAX_SAFE ? Fault.UNSAFE : new At(number);
    }

    /** Dates, texts of dates, and milliseconds as numbers or texts. */
    static Measure date(JsonNode value, DateText dates) {
        if (value instanceof POJONode pojo && pojo.getPojo() instanceof DateValue date) {
            return new At(date.instant().toEpochMilli());
        }
        if (value.isNumber()) {
            return epoch(value.doubleValue());
        }
        if (!value.isTextual()) {
            return Fault.WRONG_TYPE;
        }
        String text = value.textValue();
        return EPOCH.matcher(text).matches()
                ? epoch(Double.parseDouble(text))
                : dates.parse(text)
                        .<Measure>map(date -> new At(date.toEpochMilli()))
                        .orElse(Fault.WRONG_TYPE);
    }

    private static Measure epoch(double milliseconds) {
        return Math.abs(milliseconds) <= MAX_DATE ? new At(Math.rint(milliseconds)) : Fault.WRONG_TYPE;
    }
}
