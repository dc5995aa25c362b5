package org.camundaflows.app.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camundaflows.app.security.SignedInUser;
import org.camundaflows.app.security.UserDirectory;

/** The users of the engine's identity service. */
final class EngineUsers implements UserDirectory {

    private final IdentityService identity;

    EngineUsers(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Optional<SignedInUser> signIn(String name, String password) {
        String userId = isAdminAddress(name) ? EngineAdmin.USER_ID : name;
        return identity.checkPassword(userId, password) ? find(userId) : Optional.empty();
    }

    private boolean isAdminAddress(String name) {
        User admin = name.contains("@")
                ? identity.createUserQuery().userId(EngineAdmin.USER_ID).singleResult()
                : null;
        return admin != null && name.equalsIgnoreCase(admin.getEmail());
    }

    @Override
    public SignedInUser acting(String userId, boolean admin) {
        return new SignedInUser(userId, admin ? List.of(Groups.CAMUNDA_ADMIN) : List.of(), List.of(), admin);
    }

    private Optional<SignedInUser> find(String userId) {
        User user = identity.createUserQuery().userId(userId).singleResult();
        return Optional.ofNullable(user).map(found -> {
            List<String> groups = identity.createGroupQuery().groupMember(userId).list().stream()
                    .map(Group::getId)
                    .toList();
            List<String> tenants =
                    identity.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                            .map(Tenant::getId)
                            .toList();
            return new SignedInUser(userId, groups, tenants, groups.contains(Groups.CAMUNDA_ADMIN));
        });
    }
}
