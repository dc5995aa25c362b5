package org.camundaflows.app.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** The administrator as a user of the engine, for its web applications. */
final class EngineAdmin {

    static final String USER_ID = "admin";

    /** How the user of the items who is the same person is found. */
    static final String IDENTIFIER = IdentityAccounts.identifier(USER_ID);

    private final IdentityService identity;
    private final AdminGroup group;

    EngineAdmin(IdentityService identity, AdminGroup group) {
        this.identity = identity;
        this.group = group;
    }

    boolean exists() {
        return identity.createUserQuery().userId(USER_ID).count() > 0;
    }

    void create(String email, String password) {
        User user = identity.newUser(USER_ID);
        user.setFirstName("Admin");
        user.setLastName("User");
        user.setEmail(email);
        user.setPassword(password);
        identity.saveUser(user);
        group.add(USER_ID);
    }

    void changePassword(String password) {
        User user = identity.createUserQuery().userId(USER_ID).singleResult();
        user.setPassword(password);
        identity.saveUser(user);
        identity.unlockUser(USER_ID);
    }
}
