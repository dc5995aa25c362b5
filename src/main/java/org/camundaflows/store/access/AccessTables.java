package org.camundaflows.store.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.security.AddressList;
import org.camundaflows.store.schema.Schema;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.schema.SystemTable;
import org.camundaflows.store.sql.Database;
import org.camundaflows.store.sql.Row;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads roles, policies and permissions. In databases older than policies each role is read as a role with one policy of
 * the same id, and the permissions of no role as those of a public policy.
 */
final class AccessTables {

    private static final String PUBLIC = "public";

    private final Database database;
    private final SchemaSource schemas;

    AccessTables(Database database, SchemaSource schemas) {
        this.database = database;
        this.schemas = schemas;
    }

    /** Everything but what is granted to single users. */
    AccessModel read() {
        Schema schema = schemas.current();
        List<Row> roles =
                rows(schema, "directus_roles", "id", "name", "parent", "admin_access", "app_access", "ip_access");
        boolean old = schema.collection("directus_policies").isEmpty();
        String owner = old ? "role" : "policy";
        Map<String, List<PermissionRow>> permissions = permissions(schema, owner);
        Map<String, AccessModel.RoleRow> byId = new HashMap<>();
        roles.forEach(row -> byId.put(row.textOrEmpty("id"), role(row)));
        return old
                ? new AccessModel(byId, oldPolicies(roles, permissions), oldGrants(roles))
                : new AccessModel(byId, policies(policyRows(schema), permissions), grants(schema));
    }

    /** Ids of the policies granted to a user, in order. */
    List<String> policiesOf(String user) {
        return SystemTable.find(database, schemas.current(), "directus_access")
                .map(access -> sorted(access.rows(access.is("user", user), "id", "policy", "sort")).stream()
                        .map(row -> row.textOrEmpty("policy"))
                        .toList())
                .orElse(List.of());
    }

    private static AccessModel.RoleRow role(Row row) {
        return new AccessModel.RoleRow(row.textOrEmpty("id"), row.textOrEmpty("name"), row.text("parent"));
    }

    private List<Row> policyRows(Schema schema) {
        return rows(schema, "directus_policies", "id", "admin_access", "app_access", "ip_access");
    }

    private static Map<String, Policy> policies(List<Row> rows, Map<String, List<PermissionRow>> permissions) {
        Map<String, Policy> policies = new HashMap<>();
        rows.forEach(row -> {
            String id = row.textOrEmpty("id");
            policies.put(id, policy(row, id, permissions.getOrDefault(id, List.of())));
        });
        return policies;
    }

    private static Policy policy(Row row, String id, List<PermissionRow> permissions) {
        List<String> from = row.list("ip_access");
        return new Policy(
                id,
                row.flag("admin_access"),
                row.flag("app_access"),
                from.isEmpty() ? null : AddressList.parse(from),
                permissions);
    }

    private static Map<String, Policy> oldPolicies(List<Row> roles, Map<String, List<PermissionRow>> permissions) {
        Map<String, Policy> policies = policies(roles, permissions);
        List<PermissionRow> ofPublic = permissions.getOrDefault("", List.of());
        policies.put(PUBLIC, new Policy(PUBLIC, false, false, null, ofPublic));
        return policies;
    }

    private static List<Grant> oldGrants(List<Row> roles) {
        List<Grant> grants = new ArrayList<>();
        roles.forEach(row -> grants.add(new Grant(row.textOrEmpty("id"), row.textOrEmpty("id"))));
        grants.add(new Grant(null, PUBLIC));
        return grants;
    }

    private List<Grant> grants(Schema schema) {
        return SystemTable.find(database, schema, "directus_access")
                .map(access -> sorted(access.rows(access.isNull("user"), "id", "role", "policy", "sort")).stream()
                        .map(row -> new Grant(row.text("role"), row.textOrEmpty("policy")))
                        .toList())
                .orElse(List.of());
    }

    /** Rows without a position come last. */
    private static List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong(row -> position(row.text("sort"))))
                .toList();
    }

    private static long position(@Nullable String sort) {
        return sort == null ? Long.MAX_VALUE : Long.parseLong(sort);
    }

    /** @param owner the column that says whose permission it is; null is an empty text here */
    private Map<String, List<PermissionRow>> permissions(Schema schema, String owner) {
        Map<String, List<PermissionRow>> permissions = new HashMap<>();
        rows(
                        schema,
                        "directus_permissions",
                        owner,
                        "collection",
                        "action",
                        "permissions",
                        "validation",
                        "presets",
                        "fields")
                .forEach(row -> permissions
                        .computeIfAbsent(row.textOrEmpty(owner), ignored -> new ArrayList<>())
                        .add(PermissionRow.of(row)));
        return permissions;
    }

    private List<Row> rows(Schema schema, String table, String... columns) {
        return SystemTable.find(database, schema, table)
                .map(found -> found.rows(DSL.noCondition(), columns))
                .orElse(List.of());
    }
}
