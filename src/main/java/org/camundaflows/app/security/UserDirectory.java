package org.camundaflows.app.security;

import java.util.Optional;

/** The users of the engine. */
public interface UserDirectory {

    /**
     * The user with this name and password; empty when either is wrong or the user is locked.
     *
     * @param name id of the user, or the administrator's e-mail address
     */
    Optional<SignedInUser> signIn(String name, String password);

    /** A user of the items, as the engine is to see them. */
    SignedInUser acting(String userId, boolean admin);
}
