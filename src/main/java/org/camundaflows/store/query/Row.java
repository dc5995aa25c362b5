package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An item as it was read, without what its relations lead to. */
final class Row {

    private final ObjectNode item;
    private final @Nullable String[] links;
    private final @Nullable String owner;

    /**
     * @param links by position of the entry: the key of what a relation leads to, or by which it is referred to
     * @param owner what the item was looked up by, when it was; null otherwise
     */
    Row(ObjectNode item, @Nullable String[] links, @Nullable String owner) {
        this.item = item;
        this.links = links;
        this.owner = owner;
    }

    ObjectNode item() {
        return item;
    }

    @Nullable
    String link(int position) {
        return links[position];
    }

    @Nullable
    String owner() {
        return owner;
    }
}
