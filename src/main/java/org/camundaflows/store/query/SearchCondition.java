package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.filter.Filter;
import org.camundaflows.filter.Operator;
import org.camundaflows.store.query.sql.Conditions;
import org.camundaflows.store.query.sql.LikePattern;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.query.sql.Source;
import org.camundaflows.store.query.sql.TextForms;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The search through all fields that the caller may read (specification: items-query, section 3). */
final class SearchCondition {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Reading reading;

    SearchCondition(Reading reading) {
        this.reading = reading;
    }

    /** No items when there is no field to search. */
    Condition of(Source source, String text) {
        List<Condition> any = new ArrayList<>();
        for (FieldSchema field : source.collection().fields().values()) {
            boolean isSearched = field.searchable()
                    && !field.isAlias()
                    && !field.isConcealed()
                    && reading.access().grants(source.collection(), field.name());
            if (isSearched) {
                add(source, field, text, any);
            }
        }
        return DSL.or(any);
    }

    private void add(Source source, FieldSchema field, String text, List<Condition> any) {
        FieldType type = field.type();
        boolean isUuid = type == FieldType.UUID || source.column(field).getType() == UUID.class;
        boolean equals = isUuid
                ? UUID_FORM.matcher(text).matches()
                : type.isNumeric() && NUMBER.matcher(text).matches();
        if (equals) {
            Filter.Rule rule =
                    new Filter.Rule(new FieldPath(List.of(field.name())), Operator.EQ, TextNode.valueOf(text));
            any.add(new Conditions(reading, reading.access()).of(source, rule));
        } else if (!isUuid && (type == FieldType.STRING || type == FieldType.TEXT)) {
            any.add(LikePattern.containing(text)
                    .condition(TextForms.of(reading.access().column(source, field))));
        }
    }
}
