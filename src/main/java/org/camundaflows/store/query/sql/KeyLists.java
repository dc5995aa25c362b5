package org.camundaflows.store.query.sql;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Membership in lists of any length as one bound value, so that the text of a statement does not grow with them. */
public final class KeyLists {

    private KeyLists() {}

    /** Whether the value is one of some values as the database has them. */
    public static Condition in(Field<?> value, Collection<?> values) {
        return in(value, value.getDataType(), values);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // what is compared has been converted to the type of the value
    static Condition in(Field<?> value, DataType<?> type, Collection<?> values) {
        List<?> converted = values.stream()
                .map(one -> converted(type, one))
                .filter(Objects::nonNull)
                .toList();
        if (type.getType() == BigDecimal.class) {
            // arrays of them have one scale for all
            return ((Field) value).in(converted);
        }
        DataType<?> element = type.getType() == String.class ? SQLDataType.VARCHAR : type;
        Object array = converted.toArray(size -> (Object[]) Array.newInstance(element.getType(), size));
        return DSL.condition("{0} = any({1})", value, DSL.val(array, (DataType) element.getArrayDataType()));
    }

    /** Keys that come from fields of another type need not be keys at all. */
    private static @Nullable Object converted(DataType<?> type, Object value) {
        try {
            return type.convert(value);
        } catch (DataTypeException e) {
            return null;
        }
    }
}
