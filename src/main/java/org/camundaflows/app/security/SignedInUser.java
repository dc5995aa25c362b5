package org.camundaflows.app.security;

import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A user of the engine who proved to be that.
 *
 * @param admin whether the user is in the group of administrators
 */
public record SignedInUser(String userId, List<String> groups, List<String> tenants, boolean admin)
        implements AuthenticatedPrincipal {

    public SignedInUser {
        groups = List.copyOf(groups);
        tenants = List.copyOf(tenants);
    }

    @Override
    public String getName() {
        return userId;
    }
}
