package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.filter.Filter;
import org.camundaflows.filter.FilterException;
import org.camundaflows.filter.Operator;
import org.camundaflows.filter.PayloadValidator;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Permission;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;

/** Presets and validation of what a caller submits (specification: access, section 4; items-query, sections 11, 12). */
final class Submission {

    /** The server fills these in when nothing is submitted. */
    private static final Set<String> GENERATED = Set.of("uuid", "date-created", "role-created", "user-created");

    private final PayloadValidator validator;

    /** @param validator for submitted items */
    Submission(PayloadValidator validator) {
        this.validator = validator;
    }

    /**
     * The payload with presets under it, valid; as it is for the system itself.
     *
     * @throws ItemException all the {@code FAILED_VALIDATION}s
     */
    ObjectNode prepare(
            Call call, CollectionSchema collection, Action action, List<Permission> permissions, ObjectNode payload) {
        if (call.accountability() == null) {
            return payload;
        }
        ObjectNode prepared = JsonNodeFactory.instance.objectNode();
        permissions.forEach(permission -> prepared.setAll(permission.presets()));
        prepared.setAll(payload);
        try {
            List<ErrorValue> errors =
                    validator.validate(rules(call, collection, action, permissions), prepared, call.path());
            if (!errors.isEmpty()) {
                throw new ItemException(errors);
            }
        } catch (FilterException e) {
            throw new ItemException(e.error());
        }
        return prepared;
    }

    private static Filter rules(Call call, CollectionSchema collection, Action action, List<Permission> permissions) {
        List<Filter> rules = new ArrayList<>();
        for (FieldSchema field : collection.fields().values()) {
            rules.addAll(presence(field, action));
            rules.add(Filter.parse(field.validation(), call.rights().variables(), Filter.Use.RULES));
        }
        permissions.forEach(permission -> rules.add(permission.validation()));
        return new Filter.And(rules);
    }

    private static List<Filter> presence(FieldSchema field, Action action) {
        Column column = field.column();
        if (column == null
                || column.nullable()
                || column.autoIncrement()
                || GENERATED.stream().anyMatch(field::has)) {
            return List.of();
        }
        Filter notNull = rule(field, Operator.NNULL);
        return action == Action.CREATE && !column.hasDefault()
                ? List.of(rule(field, Operator.SUBMITTED), notNull)
                : List.of(notNull);
    }

    private static Filter rule(FieldSchema field, Operator operator) {
        return new Filter.Rule(new FieldPath(List.of(field.name())), operator, NullNode.getInstance());
    }
}
