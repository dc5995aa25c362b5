package org.camundaflows.store.query.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camundaflows.filter.Filter;
import org.camundaflows.filter.Operator;
import org.camundaflows.store.error.ItemErrors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Turns filters into conditions on one table of a statement (specification: filters, section 6). Rules about related items
 * become a subquery of their own, so that a condition may stand anywhere and never multiplies rows.
 */
public final class Conditions {

    private final Reading reading;
    private final Access access;
    private final Links links;
    private final TestedFields fields;
    private final Comparisons comparisons;

    /** @param access what the filter may look at; its fields have been checked already */
    public Conditions(Reading reading, Access access) {
        this.reading = reading;
        this.access = access;
        this.links = new Links(access);
        this.fields = new TestedFields(reading, access);
        this.comparisons = new Comparisons(reading);
    }

    /**
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_QUERY} for operators that a field lacks and
     *     operands that it does not take
     */
    public Condition of(Source source, Filter filter) {
        List<Filter> own = new ArrayList<>();
        List<Filter> related = new ArrayList<>();
        split(source, filter, own, related);
        Condition condition = all(own, new Joins(reading, links, source));
        return related.isEmpty() ? condition : condition.and(joined(source, related));
    }

    private void split(Source source, Filter filter, List<Filter> own, List<Filter> related) {
        if (filter instanceof Filter.And and) {
            and.members().forEach(member -> split(source, member, own, related));
        } else {
            (fields.needsJoin(source.collection(), filter) ? related : own).add(filter);
        }
    }

    private Condition joined(Source source, List<Filter> filters) {
        Source inner = reading.source(source.collection());
        Joins joins = new Joins(reading, links, inner);
        Condition condition = all(filters, joins);
        return contained(source.key(), inner.key(), keys -> DSL.select(keys)
                .from(joins.table())
                .where(condition));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Condition contained(Field<?> key, Field<?> keys, Function<Field<?>, Select<?>> select) {
        return ((Field) key).in(select.apply(keys));
    }

    private Condition all(List<Filter> filters, Joins joins) {
        return DSL.and(filters.stream().map(filter -> one(filter, joins)).toList());
    }

    private Condition one(Filter filter, Joins joins) {
        if (filter instanceof Filter.And and) {
            return and.members().isEmpty() ? DSL.trueCondition() : all(and.members(), joins);
        }
        if (filter instanceof Filter.Or or) {
            return or.members().isEmpty()
                    ? DSL.trueCondition()
                    : DSL.or(or.members().stream()
                            .map(member -> one(member, joins))
                            .toList());
        }
        if (filter instanceof Filter.Rule rule) {
            return rule(rule, joins);
        }
        if (filter instanceof Filter.Related related) {
            return related(related, joins);
        }
        return filter instanceof Filter.Presence presence ? presence(presence, joins) : DSL.trueCondition();
    }

    private Condition rule(Filter.Rule rule, Joins joins) {
        Tested tested = fields.at(joins, rule.field());
        if (rule.operator() == Operator.JSON) {
            OperatorTypes.check(tested, rule.operator());
            return new JsonRules(reading).condition(tested.value(), rule.operand());
        }
        return comparisons.condition(tested, rule.operator(), rule.operand());
    }

    /** An operator there is none of is refused as one the type lacks; a field with an empty object restricts nothing. */
    private Condition presence(Filter.Presence presence, Joins joins) {
        if (!presence.operator().isEmpty()) {
            throw OperatorTypes.lacking(fields.at(joins, presence.field()).type(), presence.operator());
        }
        return DSL.trueCondition();
    }

    private Condition related(Filter.Related related, Joins joins) {
        boolean isSome = related.quantifier() == Filter.Quantifier.SOME;
        Source parent = joins.at(related.field().parents());
        Link.ToMany link = related.field().parents().isEmpty()
                        && Link.of(
                                                reading.schema(),
                                                parent.collection(),
                                                related.field().key())
                                        .orElse(null)
                                instanceof Link.ToMany many
                ? many
                : null;
        if (link == null) {
            String operator = isSome ? "_some" : "_none";
            throw ItemErrors.invalidQuery(
                    "\"" + operator + "\" can only be used with top level relational alias field");
        }
        Source child = reading.source(link.target());
        Field<?> reference = child.column(link.relation().manyField());
        Condition matching = DSL.and(access.rule(child), of(child, related.filter()), reference.isNotNull());
        Field<?> key = access.guarded(parent, link.field(), parent.key());
        Condition some = contained(
                key, reference, keys -> DSL.select(keys).from(child.table()).where(matching));
        return isSome ? some : DSL.not(some);
    }

    /** Whether a value is no rule at all. */
    static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
