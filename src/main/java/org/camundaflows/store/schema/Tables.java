package org.camundaflows.store.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of the database, as far as they can be collections. */
final class Tables {

    /** What the engine, this application and its migrations have in the same schema. */
    private static final List<String> OTHERS = List.of("act_", "flows_", "flyway_");

    private final Map<String, List<CatalogueColumn>> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, List<KeyPart>>> keys;

    Tables(Catalogue catalogue) {
        for (CatalogueColumn column : catalogue.columns()) {
            columns.computeIfAbsent(column.table(), name -> new ArrayList<>()).add(column);
        }
        keys = catalogue.keys().stream()
                .collect(Collectors.groupingBy(
                        KeyPart::table, Collectors.groupingBy(KeyPart::key, LinkedHashMap::new, Collectors.toList())));
    }

    static boolean isReserved(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        return OTHERS.stream().anyMatch(name::startsWith);
    }

    Set<String> names() {
        return columns.keySet();
    }

    /** Tables with a primary key of one column. */
    Set<String> collections() {
        Set<String> collections = new LinkedHashSet<>();
        for (String table : columns.keySet()) {
            if (!isReserved(table) && primaryKey(table) != null) {
                collections.add(table);
            }
        }
        return collections;
    }

    List<CatalogueColumn> columns(String table) {
        return columns.getOrDefault(table, List.of());
    }

    @Nullable
    String primaryKey(String table) {
        return single(table, KeyPart.Kind.PRIMARY).stream()
                .map(KeyPart::column)
                .findFirst()
                .orElse(null);
    }

    /** The columns that are unique on their own. */
    Set<String> uniques(String table) {
        return single(table, KeyPart.Kind.UNIQUE).stream().map(KeyPart::column).collect(Collectors.toSet());
    }

    /** References of one column to a table of this schema. */
    List<KeyPart> foreignKeys() {
        return keys.keySet().stream()
                .sorted()
                .flatMap(table -> single(table, KeyPart.Kind.FOREIGN).stream())
                .filter(key -> key.oneTable() != null)
                .toList();
    }

    private List<KeyPart> single(String table, KeyPart.Kind kind) {
        return keys.getOrDefault(table, Map.of()).values().stream()
                .filter(parts -> parts.size() == 1)
                .map(parts -> parts.get(0))
                .filter(key -> key.kind() == kind)
                .toList();
    }
}
