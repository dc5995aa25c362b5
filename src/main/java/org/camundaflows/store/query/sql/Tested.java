package org.camundaflows.store.query.sql;

import org.camundaflows.store.schema.FieldType;
import org.jooq.Field;

/**
 * What a rule compares.
 *
 * @param type decides which operators there are, and how operands are read
 * @param isConcealed whether no more than its presence may be asked for
 */
record Tested(Field<?> value, FieldType type, boolean isConcealed) {}
