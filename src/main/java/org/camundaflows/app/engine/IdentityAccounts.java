package org.camundaflows.app.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.Caller;
import org.camundaflows.store.access.AccessRules;
import org.camundaflows.store.access.account.Users;
import org.jspecify.annotations.Nullable;

/**
 * Lets users of the engine call: those whom the application around has signed in at the identity service for this thread,
 * and those who send name and password. Their groups are the roles with that id or name; the group of administrators may
 * do everything. As a user of the items counts whose external identifier is {@code camunda:} with the engine's id, or who
 * has the same e-mail address. All others are left to the given accounts.
 */
final class IdentityAccounts implements Accounts {

    private static final String BASIC = "basic ";

    private final IdentityService identity;
    private final Users users;
    private final AccessRules rules;
    private final Accounts others;

    IdentityAccounts(IdentityService identity, Users users, AccessRules rules, Accounts others) {
        this.identity = identity;
        this.users = users;
        this.rules = rules;
        this.others = others;
    }

    static String identifier(String userId) {
        return "camunda:" + userId;
    }

    @Override
    public ObjectNode accountability(Caller caller) {
        Authentication current = identity.getCurrentAuthentication();
        if (current != null && current.getUserId() != null) {
            List<String> groups = current.getGroupIds();
            return of(current.getUserId(), groups == null ? List.of() : groups, caller);
        }
        return basic(caller.authorization())
                .map(userId -> of(userId, groups(userId), caller))
                .orElseGet(() -> others.accountability(caller));
    }

    private ObjectNode of(String userId, List<String> groups, Caller caller) {
        Set<String> roles = new LinkedHashSet<>();
        String own = null;
        for (String group : groups) {
            for (String role : rules.rolesNamed(group)) {
                roles.addAll(rules.roleTree(role));
                own = role;
            }
        }
        Accountability known = rules.accountability(
                user(userId), own, List.copyOf(roles), caller.ip(), caller.userAgent(), caller.origin());
        boolean admin = known.admin() || groups.contains(Groups.CAMUNDA_ADMIN);
        return known.json().put("admin", admin).put("app", known.app() || admin);
    }

    private @Nullable String user(String userId) {
        User user = identity.createUserQuery().userId(userId).singleResult();
        return users.elsewhere(identifier(userId), user == null ? null : user.getEmail())
                .orElse(null);
    }

    private List<String> groups(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** Id of the user whose name and password stand in the header; empty for other headers. */
    private Optional<String> basic(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        String[] parts = decoded(header.substring(BASIC.length()).strip()).split(":", 2);
        if (parts.length < 2 || !identity.checkPassword(parts[0], parts[1])) {
            throw new AccessException(AccessError.INVALID_CREDENTIALS);
        }
        return Optional.of(parts[0]);
    }

    private static String decoded(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AccessException(AccessError.INVALID_CREDENTIALS);
        }
    }
}
