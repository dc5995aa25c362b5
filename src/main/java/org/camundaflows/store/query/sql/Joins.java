package org.camundaflows.store.query.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Table;

/** The tables that one filter looks at: each path of relations is joined once, so that all its rules mean the same item. */
final class Joins {

    private final Reading reading;
    private final Links links;
    private final Map<List<String>, Source> byPath = new HashMap<>();
    private Table<?> table;

    Joins(Reading reading, Links links, Source root) {
        this.reading = reading;
        this.links = links;
        this.table = root.table();
        byPath.put(List.of(), root);
    }

    /** All of it, for FROM. */
    Table<?> table() {
        return table;
    }

    /** The item at the end of a path whose steps are known to be there. */
    Source at(List<String> path) {
        Source known = byPath.get(path);
        if (known != null) {
            return known;
        }
        Source from = at(path.subList(0, path.size() - 1));
        Link link = Link.of(reading.schema(), from.collection(), path.get(path.size() - 1))
                .orElseThrow();
        Source to = reading.source(link.target());
        table = table.leftJoin(to.table()).on(links.on(from, link, to));
        byPath.put(List.copyOf(path), to);
        return to;
    }
}
