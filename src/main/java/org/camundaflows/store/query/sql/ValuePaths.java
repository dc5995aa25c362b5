package org.camundaflows.store.query.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camundaflows.filter.FieldFunction;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.FieldSchema;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** Values by which items are sorted and grouped: fields, functions, and both of them at the end of a path. */
public final class ValuePaths {

    private final Reading reading;
    private final Links links;
    private final Functions functions;

    public ValuePaths(Reading reading) {
        this.reading = reading;
        this.links = new Links(reading.access());
        this.functions = new Functions(reading, reading.access());
    }

    /**
     * Reads a path such as {@code author.year(born)}; dots between parentheses do not divide it.
     *
     * @return its parts
     */
    public static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '.' && depth <= 0) {
                parts.add(path.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(path.substring(start));
        return parts;
    }

    /**
     * @param path known to lead somewhere
     * @param highest whether of several related items the highest value counts, not the lowest
     */
    public Field<?> value(Source source, FieldPath path, boolean highest) {
        if (path.parents().isEmpty()) {
            return own(source, path);
        }
        Link first = link(source, path.parents().get(0));
        Source to = reading.source(first.target());
        Joins joins = new Joins(reading, links, to);
        List<String> further = path.parents().subList(1, path.parents().size());
        Field<?> value = own(joins.at(further), path);
        boolean isSingle = first instanceof Link.ToOne && isToOne(to, further);
        Condition on = links.on(source, first, to);
        Field<?> chosen = isSingle ? value : highest ? DSL.max(value) : DSL.min(value);
        return DSL.field(DSL.select(chosen).from(joins.table()).where(on));
    }

    private boolean isToOne(Source from, List<String> path) {
        Source at = from;
        for (String segment : path) {
            Link link = link(at, segment);
            if (link instanceof Link.ToMany) {
                return false;
            }
            at = reading.source(link.target());
        }
        return true;
    }

    private Link link(Source source, String segment) {
        return Link.of(reading.schema(), source.collection(), segment).orElseThrow();
    }

    private Field<?> own(Source source, FieldPath path) {
        Optional<FieldFunction> function = path.function();
        if (function.isPresent()) {
            return functions.of(source, function.get(), path.field());
        }
        FieldSchema field = source.collection()
                .field(path.key())
                .filter(known -> !known.isAlias())
                .orElseThrow(() -> ItemErrors.invalidQuery("\"" + path.key() + "\" has no values to sort or group by"));
        return comparable(reading.access().column(source, field));
    }

    /** JSON has no order of its own. */
    private static Field<?> comparable(Field<?> value) {
        return value.getType() == JSON.class || value.getType() == JSONB.class ? TextForms.of(value) : value;
    }
}
