package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camundaflows.store.query.sql.Reading;
import org.jspecify.annotations.Nullable;

/** Puts into items what their relations lead to: one statement for each relation, for all items together. */
final class RelationReader {

    private final Reading reading;
    private final Rows rows;

    RelationReader(Reading reading, Rows rows) {
        this.reading = reading;
        this.rows = rows;
    }

    void relate(Plan plan, List<Row> items) {
        if (items.isEmpty()) {
            return;
        }
        for (int i = 0; i < plan.entries().size(); i++) {
            Entry entry = plan.entries().get(i);
            if (entry instanceof Entry.One one) {
                one(one, items, i);
            } else if (entry instanceof Entry.Many many) {
                many(many, items, i);
            } else if (entry instanceof Entry.Any any) {
                any(any, items, i);
            }
        }
    }

    private void one(Entry.One entry, List<Row> items, int position) {
        Map<String, Shared> targets = byKey(entry.target(), keys(items, position));
        for (Row item : items) {
            Shared target = targets.get(item.link(position));
            if (target != null) {
                item.item().set(entry.name(), target.next());
            }
        }
    }

    private Map<String, Shared> byKey(Plan plan, List<String> keys) {
        Map<String, Shared> targets = new HashMap<>();
        if (!keys.isEmpty()) {
            List<Row> found = rows.byKey(plan, keys);
            relate(plan, found);
            found.forEach(row -> targets.put(Objects.requireNonNull(row.owner()), new Shared(row.item())));
        }
        return targets;
    }

    private void many(Entry.Many entry, List<Row> items, int position) {
        Map<String, ArrayNode> lists = lists(entry, keys(items, position));
        for (Row item : items) {
            String key = item.link(position);
            if (key != null) {
                ArrayNode list = lists.get(key);
                item.item().set(entry.name(), list == null ? JsonNodeFactory.instance.arrayNode() : list);
            }
        }
    }

    private Map<String, ArrayNode> lists(Entry.Many entry, List<String> keys) {
        Map<String, ArrayNode> lists = new HashMap<>();
        BiConsumer<String, JsonNode> add =
                (owner, value) -> lists.computeIfAbsent(owner, any -> JsonNodeFactory.instance.arrayNode())
                        .add(value);
        Plan plan = entry.target();
        String reference = entry.link().relation().manyField();
        if (keys.isEmpty() || plan.bounds().isNothing()) {
            return lists;
        }
        if (plan.totals() != null) {
            new TotalsRunner(reading, rows).byReference(plan, plan.totals(), reference, keys, add);
            return lists;
        }
        Plan wanted = entry.keysOnly() ? KeysPlan.of(plan) : plan;
        List<Row> found = rows.byReference(wanted, reference, keys);
        relate(wanted, found);
        for (Row row : found) {
            JsonNode value = entry.keysOnly() ? KeysPlan.key(plan, row.item()) : row.item();
            add.accept(Objects.requireNonNull(row.owner()), value);
        }
        return lists;
    }

    private void any(Entry.Any entry, List<Row> items, int position) {
        entry.targets().forEach((collection, plan) -> {
            List<Row> of = items.stream()
                    .filter(item -> isOf(item.link(position), collection))
                    .toList();
            boolean keysOnly = plan.entries().isEmpty();
            Plan wanted = keysOnly ? KeysPlan.of(plan) : plan;
            Map<String, Shared> targets = byKey(wanted, anyKeys(of, position, collection));
            for (Row item : of) {
                Shared target = targets.get(anyKey(item, position, collection));
                if (target != null) {
                    item.item().set(entry.name(), keysOnly ? KeysPlan.key(plan, target.item()) : target.next());
                }
            }
        });
    }

    private static boolean isOf(@Nullable String link, String collection) {
        return link != null && AnyKey.isOf(link, collection);
    }

    private static String anyKey(Row item, int position, String collection) {
        return AnyKey.of(Objects.requireNonNull(item.link(position)), collection)
                .key();
    }

    private static List<String> anyKeys(List<Row> items, int position, String collection) {
        Set<String> keys = new LinkedHashSet<>();
        items.forEach(item -> keys.add(anyKey(item, position, collection)));
        return new ArrayList<>(keys);
    }

    private static List<String> keys(List<Row> items, int position) {
        Set<String> keys = new LinkedHashSet<>();
        for (Row item : items) {
            String key = item.link(position);
            if (key != null) {
                keys.add(key);
            }
        }
        return new ArrayList<>(keys);
    }

    /** An item that several others refer to: each gets an object of its own. */
    private static final class Shared {
        private final ObjectNode item;
        private boolean isUsed;

        Shared(ObjectNode item) {
            this.item = item;
        }

        ObjectNode item() {
            return item;
        }

        ObjectNode next() {
            ObjectNode given = isUsed ? item.deepCopy() : item;
            isUsed = true;
            return given;
        }
    }
}
