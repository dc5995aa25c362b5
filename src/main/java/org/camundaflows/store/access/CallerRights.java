package org.camundaflows.store.access;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camundaflows.filter.DynamicVariables;
import org.camundaflows.security.Accountability;
import org.jspecify.annotations.Nullable;

/** The rights of somebody during one request. Not for several threads. */
final class CallerRights implements Rights {

    private final Accountability caller;
    private final AccessRules rules;
    private final DynamicVariables variables;
    private final Map<Subject, List<Permission>> known = new HashMap<>();
    private @Nullable List<Policy> policies;

    private record Subject(String collection, Action action) {}

    CallerRights(Accountability caller, AccessRules rules, ItemLookup items, Clock clock, ZoneId zone) {
        this.caller = caller;
        this.rules = rules;
        this.variables = new CurrentVariables(
                caller, () -> policies().stream().map(Policy::id).toList(), items, clock, zone);
    }

    @Override
    public boolean unrestricted() {
        return caller.admin();
    }

    @Override
    public List<Permission> permissions(String collection, Action action) {
        Subject subject = new Subject(collection, action);
        List<Permission> permissions = known.get(subject);
        if (permissions == null) {
            permissions = find(collection, action);
            known.put(subject, permissions);
        }
        return permissions;
    }

    private List<Permission> find(String collection, Action action) {
        Stream<PermissionRow> granted = policies().stream().flatMap(policy -> policy.permissions().stream());
        Stream<PermissionRow> all = caller.app() ? Stream.concat(granted, AppPermissions.MINIMUM.stream()) : granted;
        return all.filter(row -> row.isFor(collection, action))
                .map(row -> row.resolve(variables))
                .toList();
    }

    private List<Policy> policies() {
        if (policies == null) {
            policies = rules.policies(caller);
        }
        return policies;
    }

    @Override
    public DynamicVariables variables() {
        return variables;
    }
}
