package org.camundaflows.store.access.account;

import java.util.Optional;
import org.camundaflows.store.access.AccessMemory;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.sql.Database;
import org.camundaflows.store.sql.Recall;
import org.jspecify.annotations.Nullable;

/** The users who may call, as every call asks for them. */
public final class Users {

    private final UserTable table;
    private final Recall<String, UserAccount> byId;
    private final Recall<String, UserAccount> byToken;

    public Users(Database database, SchemaSource schemas, AccessMemory memory) {
        this.table = new UserTable(database, schemas);
        this.byId = memory.recall();
        this.byToken = memory.recall();
    }

    /** The user with this id; empty when there is none or the user is not active. */
    Optional<UserAccount> active(String id) {
        return byId.get(id, table::byId).filter(UserAccount::isActive);
    }

    /** The active user with this static token. */
    Optional<UserAccount> withToken(String token) {
        return byToken.get(token, table::byToken).filter(UserAccount::isActive);
    }

    /**
     * Id of the active user who is somebody elsewhere.
     *
     * @param email is looked for when nobody has the identifier; null for none
     */
    public Optional<String> elsewhere(String externalIdentifier, @Nullable String email) {
        return table.byExternalIdentifier(externalIdentifier)
                .or(() -> Optional.ofNullable(email)
                        .filter(text -> !text.isBlank())
                        .flatMap(table::byEmail))
                .filter(UserAccount::isActive)
                .map(UserAccount::id);
    }

    UserTable table() {
        return table;
    }
}
