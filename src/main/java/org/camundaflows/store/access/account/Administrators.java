package org.camundaflows.store.access.account;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camundaflows.security.TokenDigest;
import org.camundaflows.store.access.AccessMemory;
import org.camundaflows.store.access.AccessRules;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.schema.SystemTable;
import org.camundaflows.store.sql.Database;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Users with all rights: who they are, and how the first one comes to be. */
public final class Administrators {

    private static final String USERS = "directus_users";

    private final Database database;
    private final SchemaSource schemas;
    private final AccessRules rules;
    private final AccessMemory memory;
    private final Passwords passwords;
    private final UserTable users;

    public Administrators(
            Database database,
            SchemaSource schemas,
            AccessRules rules,
            AccessMemory memory,
            Users users,
            Passwords passwords) {
        this.database = database;
        this.schemas = schemas;
        this.rules = rules;
        this.memory = memory;
        this.passwords = passwords;
        this.users = users.table();
    }

    /** Id of the user who is somebody for the engine. */
    public Optional<String> find(String externalIdentifier) {
        return users.byExternalIdentifier(externalIdentifier).map(UserAccount::id);
    }

    /** Whether an active user has all rights. */
    public boolean areThere() {
        Condition admin = DSL.falseCondition();
        SystemTable table = table(USERS);
        for (String role : rules.adminRoles()) {
            admin = admin.or(table.is("role", role));
        }
        for (String user : usersWithAdminPolicies()) {
            admin = admin.or(table.is("id", user));
        }
        return !table.rows(table.is("status", "active").and(admin), "id").isEmpty();
    }

    private List<String> usersWithAdminPolicies() {
        return SystemTable.find(database, schemas.current(), "directus_access")
                .map(access -> {
                    Condition granted = DSL.falseCondition();
                    for (String policy : rules.adminPolicies()) {
                        granted = granted.or(access.is("policy", policy));
                    }
                    return access.rows(granted.and(access.isNull("user").not()), "user").stream()
                            .map(row -> row.textOrEmpty("user"))
                            .toList();
                })
                .orElse(List.of());
    }

    /** Whether some user has an e-mail address. */
    public boolean isTaken(String email) {
        return users.byEmail(email).isPresent();
    }

    /** Makes an administrator with a role and a policy of their own. */
    public void create(Administrator admin) {
        String password = admin.password() == null ? null : passwords.hash(admin.password());
        database.inTransaction(() -> {
            insertRole(admin.role());
            insertPolicy(admin.role());
            insertUser(admin, password);
            memory.changed(USERS);
            return admin;
        });
    }

    private void insertRole(String role) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", role);
        values.put("name", "Administrator");
        values.put("icon", "verified");
        values.put("description", "$t:admin_description");
        // columns of databases without policies
        values.put("admin_access", true);
        values.put("app_access", true);
        table("directus_roles").insert(values);
    }

    private void insertPolicy(String role) {
        if (schemas.current().collection("directus_policies").isEmpty()) {
            return;
        }
        String policy = UUID.randomUUID().toString();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", policy);
        values.put("name", "Administrator");
        values.put("icon", "verified");
        values.put("description", "$t:admin_description");
        values.put("admin_access", true);
        values.put("app_access", true);
        table("directus_policies").insert(values);
        Map<String, @Nullable Object> grant = new LinkedHashMap<>();
        grant.put("id", UUID.randomUUID().toString());
        grant.put("role", role);
        grant.put("policy", policy);
        table("directus_access").insert(grant);
    }

    private void insertUser(Administrator admin, @Nullable String password) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", admin.id());
        values.put("first_name", "Admin");
        values.put("last_name", "User");
        values.put("email", admin.email());
        values.put("password", password);
        values.put("role", admin.role());
        values.put("status", "active");
        values.put("provider", UserAccount.DEFAULT_PROVIDER);
        values.put("external_identifier", admin.externalIdentifier());
        values.put("token", UserTable.kept(admin.token()));
        table(USERS).insert(values);
    }

    /** Gives a user what is configured; null leaves it as it is. */
    public void change(String id, @Nullable String password, @Nullable TokenDigest token) {
        Map<String, @Nullable Object> values = new HashMap<>();
        if (password != null && !hasPassword(id, password)) {
            values.put("password", passwords.hash(password));
        }
        if (token != null) {
            values.put("token", UserTable.kept(token));
        }
        if (!values.isEmpty()) {
            users.update(id, values);
            memory.changed(USERS);
        }
    }

    private boolean hasPassword(String id, String password) {
        return users.byId(id)
                .map(user -> passwords.matches(password, user.password()))
                .orElse(false);
    }

    private SystemTable table(String name) {
        return SystemTable.find(database, schemas.current(), name)
                .orElseThrow(() -> new IllegalStateException("The database has no table " + name));
    }
}
