package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camundaflows.store.error.ItemErrors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** The file that {@code directus schema snapshot} writes, YAML or JSON. */
public final class SchemaSnapshot {

    /** Far more than any real file has. */
    private static final int MAX_CHARACTERS = 64 * 1024 * 1024;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NODES = 5_000_000;
    private static final int VERSION = 1;

    private SchemaSnapshot() {}

    /**
     * Reads the file for {@link SchemaImport}. What it says beside collections, fields and relations has no meaning there.
     *
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD} for text that is no snapshot, and for
     *     versions other than 1
     */
    public static JsonNode read(String text) {
        JsonNode snapshot = new SnapshotTree(MAX_DEPTH, MAX_NODES).node(load(text));
        if (!snapshot.isObject()) {
            throw ItemErrors.invalidPayload("The snapshot has to be an object");
        }
        if (snapshot.path("version").asInt() != VERSION) {
            throw ItemErrors.invalidPayload("The snapshot has to be of version " + VERSION);
        }
        for (String part : List.of("collections", "fields", "relations")) {
            check(part, snapshot.path(part));
        }
        return snapshot;
    }

    private static @Nullable Object load(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new CoreSchema());
        try {
            return yaml.load(text);
        } catch (YAMLException e) {
            throw ItemErrors.invalidPayload("The snapshot is neither YAML nor JSON");
        }
    }

    private static void check(String part, JsonNode list) {
        if (!list.isArray()) {
            throw ItemErrors.invalidPayload("\"" + part + "\" of the snapshot has to be a list");
        }
        for (JsonNode entry : list) {
            if (!entry.path("collection").isTextual()
                    || (!part.equals("collections") && !entry.path("field").isTextual())) {
                throw ItemErrors.invalidPayload("An entry of \"" + part + "\" in the snapshot is without a name");
            }
        }
    }
}
