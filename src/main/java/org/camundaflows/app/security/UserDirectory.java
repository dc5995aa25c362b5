package org.camundaflows.app.security;

import java.util.Optional;

/** The users of the engine. */
public interface UserDirectory {

    /** The administrator; empty when it has been deleted. May be some seconds old. */
    Optional<AdminAccount> admin();

    /** The user with this id and password; empty when either is wrong or the user is locked. */
    Optional<SignedInUser> signIn(String userId, String password);

    /** The user with this id, without any check; empty when there is none. */
    Optional<SignedInUser> find(String userId);
}
