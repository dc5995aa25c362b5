package org.camundaflows.store.query.sql;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What the databases find in columns with JSON; keys of paths are bound or, where that is impossible, quoted. */
final class JsonColumns {

    private final Reading reading;

    JsonColumns(Reading reading) {
        this.reading = reading;
    }

    /** The number of entries of an array, 0 for other values, null for none. */
    Field<Integer> length(Field<?> column) {
        return reading.isPostgres() ? postgresLength(column) : h2Length(column);
    }

    private static Field<Integer> postgresLength(Field<?> column) {
        return DSL.field(
                "case when jsonb_typeof({0}::jsonb) = 'array' then jsonb_array_length({0}::jsonb) "
                        + "when {0} is not null then 0 end",
                SQLDataType.INTEGER, column);
    }

    /** There is no function for it: the positions at which there is something are counted. */
    private static Field<Integer> h2Length(Field<?> column) {
        return DSL.field(
                "case when {0} is json array then (select count(*) from system_range(1, 1000000000) as p "
                        + "where p.x < char_length(cast({0} as varchar)) and ({0})[p.x] is not null) "
                        + "when {0} is not null then 0 end",
                SQLDataType.INTEGER, column);
    }

    /** The JSON text of what is found at a path; null when there is nothing. */
    Field<String> at(Field<?> column, List<String> path) {
        if (reading.isPostgres()) {
            Field<?> keys = DSL.val(
                    path.stream().map(TextForms::bindable).toArray(String[]::new),
                    SQLDataType.VARCHAR.getArrayDataType());
            return DSL.field("(({0}::jsonb) #> {1})::text", SQLDataType.VARCHAR, column, keys);
        }
        Field<?> found = column;
        for (String key : path) {
            found = isIndex(key)
                    ? DSL.field("({0})[{1}]", Object.class, found, DSL.inline(Integer.parseInt(key) + 1))
                    : DSL.field("({0}).{1}", Object.class, found, DSL.field(DSL.quotedName(key)));
        }
        return DSL.field("cast({0} as varchar)", SQLDataType.VARCHAR, found);
    }

    private static boolean isIndex(String key) {
        return key.length() < 9 && !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether JSON text is that of a number. */
    static Condition isNumber(Field<String> json) {
        return DSL.left(json, 1).in("-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    /** Whether JSON text is that of a text. */
    static Condition isText(Field<String> json) {
        return DSL.left(json, 1).eq("\"");
    }
}
