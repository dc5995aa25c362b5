package org.camundaflows.store.query.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.camundaflows.filter.Operator;
import org.camundaflows.json.Json;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A test of texts. Percent signs and underscores in the operand stand for any characters, as they always have; letters
 * mind their case unless the operator says otherwise.
 */
public record LikePattern(String pattern, boolean isNegated, boolean ignoresCase) {

    /** Texts that hold the given one, whatever the case of their letters. */
    public static LikePattern containing(String text) {
        return new LikePattern("%" + text + "%", false, true);
    }

    static LikePattern of(Operator operator, JsonNode operand) {
        String text = Json.display(operand);
        return switch (operator) {
            case CONTAINS -> new LikePattern("%" + text + "%", false, false);
            case NCONTAINS -> new LikePattern("%" + text + "%", true, false);
            case ICONTAINS -> new LikePattern("%" + text + "%", false, true);
            case STARTS_WITH -> new LikePattern(text + "%", false, false);
            case NSTARTS_WITH -> new LikePattern(text + "%", true, false);
            case ISTARTS_WITH -> new LikePattern(text + "%", false, true);
            case NISTARTS_WITH -> new LikePattern(text + "%", true, true);
            case ENDS_WITH -> new LikePattern("%" + text, false, false);
            case NENDS_WITH -> new LikePattern("%" + text, true, false);
            case IENDS_WITH -> new LikePattern("%" + text, false, true);
            case NIENDS_WITH -> new LikePattern("%" + text, true, true);
            default -> throw new IllegalArgumentException("No test of texts: " + operator);
        };
    }

    public Condition condition(Field<String> text) {
        // the escape character of both databases has no meaning in filters
        String literal = TextForms.bindable(pattern).replace("\\", "\\\\");
        Field<String> tested = ignoresCase ? DSL.lower(text) : text;
        String wanted = ignoresCase ? literal.toLowerCase(Locale.ROOT) : literal;
        Condition like = tested.like(wanted, '\\');
        return isNegated ? DSL.not(like) : like;
    }
}
