package org.camundaflows.store.query.sql;

import static org.camundaflows.filter.Operator.BETWEEN;
import static org.camundaflows.filter.Operator.CONTAINS;
import static org.camundaflows.filter.Operator.EMPTY;
import static org.camundaflows.filter.Operator.EQ;
import static org.camundaflows.filter.Operator.GT;
import static org.camundaflows.filter.Operator.GTE;
import static org.camundaflows.filter.Operator.ICONTAINS;
import static org.camundaflows.filter.Operator.IN;
import static org.camundaflows.filter.Operator.INTERSECTS;
import static org.camundaflows.filter.Operator.INTERSECTS_BBOX;
import static org.camundaflows.filter.Operator.JSON;
import static org.camundaflows.filter.Operator.LT;
import static org.camundaflows.filter.Operator.LTE;
import static org.camundaflows.filter.Operator.NBETWEEN;
import static org.camundaflows.filter.Operator.NCONTAINS;
import static org.camundaflows.filter.Operator.NEMPTY;
import static org.camundaflows.filter.Operator.NEQ;
import static org.camundaflows.filter.Operator.NIENDS_WITH;
import static org.camundaflows.filter.Operator.NIN;
import static org.camundaflows.filter.Operator.NINTERSECTS;
import static org.camundaflows.filter.Operator.NINTERSECTS_BBOX;
import static org.camundaflows.filter.Operator.NNULL;
import static org.camundaflows.filter.Operator.NULL;
import static org.camundaflows.filter.Operator.STARTS_WITH;

import java.util.EnumSet;
import java.util.Set;
import org.camundaflows.filter.Operator;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.schema.FieldType;

/** Which operators the fields of a type have (specification: filters, section 5). */
final class OperatorTypes {

    private static final Set<Operator> PRESENCE = EnumSet.of(EMPTY, NEMPTY, NULL, NNULL);
    private static final Set<Operator> EQUALITY = EnumSet.of(EQ, NEQ, NULL, NNULL);
    private static final Set<Operator> MEMBERSHIP = with(EQUALITY, IN, NIN);
    private static final Set<Operator> ORDER = with(MEMBERSHIP, LT, LTE, GT, GTE, BETWEEN, NBETWEEN);
    private static final Set<Operator> TEXT = text();
    private static final Set<Operator> DOCUMENT = EnumSet.of(NULL, NNULL, JSON);
    private static final Set<Operator> SHAPE =
            with(EQUALITY, INTERSECTS, NINTERSECTS, INTERSECTS_BBOX, NINTERSECTS_BBOX);
    private static final Set<Operator> OTHER = with(ORDER, CONTAINS, NCONTAINS, EMPTY, NEMPTY);

    private OperatorTypes() {}

    private static Set<Operator> with(Set<Operator> some, Operator... more) {
        Set<Operator> all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }

    private static Set<Operator> text() {
        Set<Operator> affixes = EnumSet.range(STARTS_WITH, NIENDS_WITH);
        affixes.addAll(MEMBERSHIP);
        return with(affixes, CONTAINS, NCONTAINS, ICONTAINS, EMPTY, NEMPTY);
    }

    /** @throws ItemException {@code INVALID_QUERY} if what is compared lacks the operator */
    static void check(Tested tested, Operator operator) {
        if (!operators(tested).contains(operator)) {
            throw lacking(tested.type(), operator.key());
        }
    }

    static ItemException lacking(FieldType type, String operator) {
        return ItemErrors.invalidQuery(
                "\"" + type.id() + "\" field type does not contain the \"" + operator + "\" filter operator");
    }

    private static Set<Operator> operators(Tested tested) {
        if (tested.isConcealed()) {
            return PRESENCE;
        }
        return switch (tested.type()) {
            case STRING, TEXT, CSV, BINARY -> TEXT;
            case HASH -> PRESENCE;
            case UUID -> MEMBERSHIP;
            case BOOLEAN -> EQUALITY;
            case INTEGER, BIG_INTEGER, DECIMAL, FLOAT, DATE_TIME, DATE, TIME -> ORDER;
            case JSON -> DOCUMENT;
            case GEOMETRY -> SHAPE;
            case TIMESTAMP, ALIAS, UNKNOWN -> OTHER;
        };
    }
}
