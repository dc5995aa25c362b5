package org.camundaflows.store.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camundaflows.json.Json;

/** What everybody with access to an app may do with Directus's own tables (specification: access, section 3). */
final class AppPermissions {

    static final List<PermissionRow> MINIMUM = read("app-permissions.json");

    private AppPermissions() {}

    private static List<PermissionRow> read(String resource) {
        try (InputStream file = Objects.requireNonNull(AppPermissions.class.getResourceAsStream(resource))) {
            List<PermissionRow> rows = new ArrayList<>();
            Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)).forEach(row -> rows.add(row(row)));
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PermissionRow row(JsonNode row) {
        List<String> fields = new ArrayList<>();
        row.path("fields").forEach(field -> fields.add(field.asText()));
        return new PermissionRow(
                row.path("collection").asText(),
                row.path("action").asText(),
                row.path("permissions"),
                fields,
                row.path("validation"),
                row.path("presets"));
    }
}
