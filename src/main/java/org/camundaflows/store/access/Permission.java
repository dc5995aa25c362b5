package org.camundaflows.store.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.camundaflows.filter.Filter;

/**
 * One permission for one collection and action, dynamic variables replaced.
 *
 * @param rule the items it is about; {@link Filter.Empty} for all
 * @param fields names of the fields it grants; {@code *} among them grants all
 * @param validation what a submitted item must hold; {@link Filter.Empty} for nothing
 * @param presets merged under submitted items
 */
public record Permission(Filter rule, Set<String> fields, Filter validation, ObjectNode presets) {

    public Permission {
        fields = Set.copyOf(fields);
    }

    public boolean grants(String field) {
        return fields.contains("*") || fields.contains(field);
    }
}
