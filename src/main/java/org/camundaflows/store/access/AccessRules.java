package org.camundaflows.store.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.sql.Database;
import org.camundaflows.store.sql.Recall;
import org.jspecify.annotations.Nullable;

/** Roles, policies and permissions as they are now, and who counts as what by them (specification: access, 1 to 3). */
public final class AccessRules {

    private final AccessTables tables;
    private final Recall<String, AccessModel> models;
    private final Recall<String, List<String>> ownPolicies;

    public AccessRules(Database database, SchemaSource schemas, AccessMemory memory) {
        this.tables = new AccessTables(database, schemas);
        this.models = memory.recall();
        this.ownPolicies = memory.recall();
    }

    /**
     * What a user may count as.
     *
     * @param user null for nobody in particular
     * @param role null for none; counts as none as well when there is no such role
     */
    public Accountability accountability(
            @Nullable String user,
            @Nullable String role,
            @Nullable String ip,
            @Nullable String userAgent,
            @Nullable String origin) {
        return accountability(user, role, model().tree(role), ip, userAgent, origin);
    }

    /** As above for somebody with several roles. */
    public Accountability accountability(
            @Nullable String user,
            @Nullable String role,
            List<String> roles,
            @Nullable String ip,
            @Nullable String userAgent,
            @Nullable String origin) {
        List<Policy> policies = model().personalPolicies(roles, own(user), ip);
        return new Accountability(
                role,
                user,
                roles,
                policies.stream().anyMatch(Policy::admin),
                policies.stream().anyMatch(Policy::app),
                ip,
                userAgent,
                origin);
    }

    /** The role and those it descends from, ancestors first; empty when there is no such role. */
    public List<String> roleTree(String role) {
        return model().tree(role);
    }

    /** Ids of the roles with an id or a name. */
    public List<String> rolesNamed(String idOrName) {
        return model().roles().values().stream()
                .filter(role -> role.id().equals(idOrName) || role.name().equals(idOrName))
                .map(AccessModel.RoleRow::id)
                .sorted()
                .toList();
    }

    /** What a role counts as by itself; empty when there is no such role. */
    public Optional<Accountability> role(String role) {
        return roleTree(role).isEmpty() ? Optional.empty() : Optional.of(accountability(null, role, null, null, null));
    }

    /** Ids of the roles that make administrators, wherever they come from. */
    public Set<String> adminRoles() {
        AccessModel model = model();
        return model.roles().keySet().stream()
                .filter(role -> model.personalPolicies(model.tree(role), List.of(), null).stream()
                        .anyMatch(Policy::admin))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Ids of the policies that make administrators. */
    public Set<String> adminPolicies() {
        return model().policies().values().stream()
                .filter(Policy::admin)
                .map(Policy::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The policies that count, what comes later prevails. */
    List<Policy> policies(Accountability accountability) {
        return model().policies(accountability.roles(), own(accountability.user()), accountability.ip());
    }

    private AccessModel model() {
        return models.get("", ignored -> Optional.of(tables.read())).orElseThrow();
    }

    private List<String> own(@Nullable String user) {
        return user == null
                ? List.of()
                : ownPolicies
                        .get(user, id -> Optional.of(tables.policiesOf(id)))
                        .orElseThrow();
    }
}
