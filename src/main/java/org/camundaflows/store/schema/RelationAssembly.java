package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes relations of metadata and foreign keys: what the metadata say wins. */
final class RelationAssembly {

    private final Map<String, CollectionSchema> collections;
    private final List<Relation> relations = new ArrayList<>();

    /** Columns that already have a relation. */
    private final Set<List<String>> known = new HashSet<>();

    RelationAssembly(Map<String, CollectionSchema> collections) {
        this.collections = collections;
    }

    List<Relation> relations(Metadata metadata, Tables tables) {
        addAll(SystemMetadata.instance().relations());
        addAll(metadata.relations().stream().map(RelationAssembly::relation).toList());
        addAll(tables.foreignKeys().stream().map(RelationAssembly::relation).toList());
        return relations;
    }

    /** A column may have several relations of one source, of which each gives a list of its own. */
    private void addAll(List<Relation> found) {
        List<Relation> added = found.stream()
                .filter(relation -> isWhole(relation) && !known.contains(column(relation)))
                .toList();
        relations.addAll(added);
        added.forEach(relation -> known.add(column(relation)));
    }

    private static List<String> column(Relation relation) {
        return List.of(relation.many(), relation.manyField());
    }

    /** Both sides have to be there; the metadata may name what is gone. */
    private boolean isWhole(Relation relation) {
        CollectionSchema many = collections.get(relation.many());
        String discriminator = relation.collectionField();
        return many != null
                && many.fields().containsKey(relation.manyField())
                && (relation.one() == null
                        ? discriminator != null && many.fields().containsKey(discriminator)
                        : collections.containsKey(relation.one()));
    }

    private static Relation relation(ObjectNode row) {
        return new Relation(
                row.path("many_collection").asText(),
                row.path("many_field").asText(),
                Metadata.text(row, "one_collection"),
                Metadata.text(row, "one_field"),
                Metadata.text(row, "one_collection_field"),
                Metadata.list(row, "one_allowed_collections"),
                Metadata.text(row, "junction_field"),
                Metadata.text(row, "sort_field"),
                "delete".equals(Metadata.text(row, "one_deselect_action")));
    }

    private static Relation relation(KeyPart key) {
        return new Relation(key.table(), key.column(), key.oneTable(), null, null, List.of(), null, null, false);
    }
}
