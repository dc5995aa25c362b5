package org.camundaflows.store.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Roles and policies at one moment (specification: access, sections 1 and 3). Immutable.
 *
 * @param roles by id
 * @param policies by id
 * @param grants those to roles and to the public, in order
 */
record AccessModel(Map<String, RoleRow> roles, Map<String, Policy> policies, List<Grant> grants) {

    AccessModel {
        roles = Map.copyOf(roles);
        policies = Map.copyOf(policies);
        grants = List.copyOf(grants);
    }

    /** @param parent id of another role; null for none */
    record RoleRow(String id, String name, @Nullable String parent) {}

    /** The role and those it descends from, ancestors first; empty when there is no such role. */
    List<String> tree(@Nullable String role) {
        List<String> tree = new ArrayList<>();
        Optional<RoleRow> next = find(role);
        while (next.isPresent() && !tree.contains(next.get().id())) {
            tree.add(next.get().id());
            next = find(next.get().parent());
        }
        Collections.reverse(tree);
        return tree;
    }

    private Optional<RoleRow> find(@Nullable String role) {
        return role == null ? Optional.empty() : Optional.ofNullable(roles.get(role));
    }

    /**
     * The policies that count: of the roles, or of the public without any, then the user's own. What comes later prevails.
     *
     * @param own ids of the user's own policies
     */
    List<Policy> policies(List<String> held, List<String> own, @Nullable String ip) {
        Stream<String> shared = held.isEmpty() ? ofPublic() : ofRoles(held);
        return known(Stream.concat(shared, own.stream()), ip);
    }

    /** The policies that somebody holds who is more than the public. */
    List<Policy> personalPolicies(List<String> held, List<String> own, @Nullable String ip) {
        return known(Stream.concat(ofRoles(held), own.stream()), ip);
    }

    private Stream<String> ofPublic() {
        return grants.stream().filter(grant -> grant.role() == null).map(Grant::policy);
    }

    private Stream<String> ofRoles(List<String> held) {
        return grants.stream()
                .filter(grant -> grant.role() != null && held.contains(grant.role()))
                .sorted(Comparator.comparingInt(grant -> grant.rank(held)))
                .map(Grant::policy);
    }

    private List<Policy> known(Stream<String> ids, @Nullable String ip) {
        return ids.distinct()
                .map(policies::get)
                .filter(Objects::nonNull)
                .filter(policy -> policy.appliesTo(ip))
                .toList();
    }
}
