package org.camundaflows.app.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camundaflows.app.security.AdminAccount;
import org.camundaflows.app.security.SignedInUser;
import org.camundaflows.app.security.UserDirectory;

/** The users of the engine's identity service. What webhooks ask for at each call is kept for some seconds. */
final class EngineUsers implements UserDirectory {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final IdentityService identity;
    private final AdminRecord record;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, Optional.empty());

    private record Snapshot(Instant until, Optional<AdminAccount> admin) {}

    EngineUsers(IdentityService identity, AdminRecord record, Clock clock) {
        this.identity = identity;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public Optional<AdminAccount> admin() {
        Snapshot known = snapshot;
        if (clock.instant().isBefore(known.until)) {
            return known.admin;
        }
        Optional<AdminAccount> admin = record.read();
        snapshot = new Snapshot(clock.instant().plus(KEPT), admin);
        return admin;
    }

    @Override
    public Optional<SignedInUser> signIn(String userId, String password) {
        return identity.checkPassword(userId, password) ? find(userId) : Optional.empty();
    }

    @Override
    public Optional<SignedInUser> find(String userId) {
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
