package org.camundaflows.store.query.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.filter.Filter;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Permission;
import org.camundaflows.store.schema.CollectionSchema;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * What permissions to read grant. Their rules look at all data: whoever wrote them may have meant items the caller does
 * not see.
 */
final class GrantedAccess implements Access {

    private final Reading reading;
    private final Conditions rules;
    private final Map<String, List<Permission>> known = new HashMap<>();

    GrantedAccess(Reading reading) {
        this.reading = reading;
        this.rules = new Conditions(reading, new OpenAccess());
    }

    private List<Permission> permissions(CollectionSchema collection) {
        return known.computeIfAbsent(collection.name(), name -> reading.rights().permissions(name, Action.READ));
    }

    @Override
    public boolean reaches(CollectionSchema collection) {
        return collection.active() && !permissions(collection).isEmpty();
    }

    @Override
    public boolean grants(CollectionSchema collection, String field) {
        return permissions(collection).stream().anyMatch(permission -> permission.grants(field));
    }

    @Override
    public Condition rule(Source source) {
        return any(source, permissions(source.collection())).orElse(DSL.noCondition());
    }

    @Override
    public Optional<Condition> visible(Source source, String field) {
        List<Permission> all = permissions(source.collection());
        List<Permission> granting =
                all.stream().filter(permission -> permission.grants(field)).toList();
        return granting.size() == all.size() ? Optional.empty() : any(source, granting);
    }

    /** Empty when the permissions cover all items. */
    private Optional<Condition> any(Source source, List<Permission> permissions) {
        if (permissions.stream().anyMatch(permission -> permission.rule() instanceof Filter.Empty)) {
            return Optional.empty();
        }
        // without any permission nothing is covered: an empty alternative is false
        return Optional.of(DSL.or(permissions.stream()
                .map(permission -> rules.of(source, permission.rule()))
                .toList()));
    }
}
