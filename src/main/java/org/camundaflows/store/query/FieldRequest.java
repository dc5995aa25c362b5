package org.camundaflows.store.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.store.query.sql.ValuePaths;

/** What a query asks of one field: itself, or fields of what it leads to. */
final class FieldRequest {

    private final List<String> nested = new ArrayList<>();
    private final Map<String, List<String>> scoped = new LinkedHashMap<>();

    /** @return requests by the names of members, in the order in which they are asked for first */
    static Map<String, FieldRequest> group(List<String> fields) {
        Map<String, FieldRequest> requests = new LinkedHashMap<>();
        for (String field : fields) {
            List<String> parts = ValuePaths.split(field);
            String root = parts.get(0);
            int colon = root.contains("(") ? -1 : root.indexOf(':');
            String name = colon < 0 ? root : root.substring(0, colon);
            FieldRequest request = requests.computeIfAbsent(name, any -> new FieldRequest());
            String rest = parts.size() == 1 ? "" : field.substring(root.length() + 1);
            if (colon >= 0) {
                List<String> of = request.scoped.computeIfAbsent(root.substring(colon + 1), any -> new ArrayList<>());
                request.add(of, rest);
            } else {
                request.add(request.nested, rest);
            }
        }
        return requests;
    }

    private void add(List<String> fields, String rest) {
        if (!rest.isEmpty()) {
            fields.add(rest);
        }
    }

    boolean isNested() {
        return !nested.isEmpty() || !scoped.isEmpty();
    }

    List<String> nested() {
        return nested;
    }

    /** The fields asked of items of one collection, where there may be several. */
    List<String> of(String collection) {
        return scoped.isEmpty() || scoped.containsKey(collection)
                ? joined(scoped.getOrDefault(collection, List.of()))
                : nested;
    }

    private List<String> joined(List<String> more) {
        List<String> all = new ArrayList<>(nested);
        all.addAll(more);
        return all;
    }
}
