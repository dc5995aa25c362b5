package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.Relation;
import org.camundaflows.store.schema.Schema;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * What the database refuses at one statement, in the words of Directus (specification: items-query, section 11).
 *
 * @param values what was to be written; null when items were to be deleted
 */
record DatabaseErrors(Schema schema, CollectionSchema collection, @Nullable ObjectNode values) {

    RuntimeException translate(DataAccessException failure) {
        SQLException cause = failure.getCause(SQLException.class);
        String message = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        return switch (Refusal.of(failure)) {
            case NOT_UNIQUE -> notUnique(message);
            case FOREIGN_KEY -> foreignKey(message);
            case NOT_NULL ->
                ItemErrors.notNull(
                        collection.name(), field(Complaint.ofColumn(message)).orElse(null));
            case TOO_LONG -> tooLong(message);
            case OUT_OF_RANGE -> outOfRange(message);
            case INVALID -> ItemErrors.invalidPayload("Invalid value" + inField(message));
            case UNREACHABLE, OTHER -> failure;
        };
    }

    private ItemException notUnique(String message) {
        Optional<Complaint> complaint = Complaint.ofUnique(message);
        Optional<String> field = field(complaint);
        return ItemErrors.notUnique(collection.name(), field.orElse(null), value(field, complaint));
    }

    private ItemException foreignKey(String message) {
        Optional<Complaint> complaint = Complaint.ofForeignKey(message);
        if (values == null) {
            String many = complaint.map(Complaint::table).orElse(null);
            String value = complaint.map(Complaint::value).orElse(null);
            return ItemErrors.invalidForeignKey(many, reference(many, complaint), value);
        }
        Optional<String> field = field(complaint);
        return ItemErrors.invalidForeignKey(collection.name(), field.orElse(null), value(field, complaint));
    }

    /** H2 names the field of the other collection, PostgreSQL the key that it refers to. */
    private @Nullable String reference(@Nullable String many, Optional<Complaint> complaint) {
        List<String> fields = schema.relations().stream()
                .filter(relation ->
                        relation.many().equals(many) && collection.name().equals(relation.one()))
                .map(Relation::manyField)
                .toList();
        String named = complaint.map(Complaint::column).orElse(null);
        return fields.contains(named) ? named : fields.size() == 1 ? fields.get(0) : null;
    }

    private ItemException tooLong(String message) {
        Optional<String> field = field(Complaint.ofColumn(message));
        boolean numeric = field.flatMap(collection::field)
                .filter(found -> found.type().isNumeric())
                .isPresent();
        // H2 calls numbers with too many digits too long
        return numeric
                ? ItemErrors.outOfRange(collection.name(), field.orElse(null), value(field, Optional.empty()))
                : ItemErrors.tooLong(collection.name(), field.orElse(null), value(field, Optional.empty()));
    }

    private ItemException outOfRange(String message) {
        Optional<String> field = field(Complaint.ofColumn(message));
        return ItemErrors.outOfRange(collection.name(), field.orElse(null), value(field, Optional.empty()));
    }

    private String inField(String message) {
        return field(Complaint.ofColumn(message))
                .map(field -> " in field \"" + field + "\"")
                .orElse("");
    }

    private Optional<String> field(Optional<Complaint> complaint) {
        return complaint.map(Complaint::column).filter(collection.fields()::containsKey);
    }

    /** As it was submitted, else as the message shows it; never what is concealed. */
    private @Nullable String value(Optional<String> field, Optional<Complaint> complaint) {
        FieldSchema schemaField = field.flatMap(collection::field).orElse(null);
        if (schemaField == null || schemaField.isConcealed() || schemaField.has("hash")) {
            return null;
        }
        JsonNode submitted = values == null ? null : values.get(schemaField.name());
        return submitted == null ? complaint.map(Complaint::value).orElse(null) : Json.display(submitted);
    }
}
