package org.camundaflows.store.query.sql;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Values as text. */
public final class TextForms {

    private TextForms() {}

    public static Field<String> of(Field<?> value) {
        return value.getType() == String.class ? DSL.coerce(value, String.class) : value.cast(SQLDataType.VARCHAR);
    }

    /** What no text of PostgreSQL holds, the character 0, is not to fail a statement that looks for it. */
    static String bindable(String text) {
        return text.replace('\u0000', '\ufffd');
    }
}
