package org.camundaflows.store.access.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Caller;
import org.camundaflows.security.HmacSecret;
import org.camundaflows.store.access.AccessDatabase;
import org.camundaflows.store.event.ItemEvents;

/** The services about users on one database. */
public final class AccountsSetup {

    static final Passwords PASSWORDS = new Passwords();

    public final AccessDatabase db;
    public final Users users;
    final Sessions sessions;
    final AccessTokens tokens;
    public final TokenAccounts accounts;

    public AccountsSetup(AccessDatabase db) {
        this.db = db;
        this.users = new Users(db.database, db.schemas(), db.memory);
        this.sessions = new Sessions(db.database, db.schemas(), db.memory, db.clock);
        this.tokens = new AccessTokens(new HmacSecret("secret"), db.clock);
        this.accounts = new TokenAccounts(users, sessions, tokens, db.rules);
    }

    SignIn signIn(ItemEvents events) {
        return new SignIn(
                db.database,
                db.schemas(),
                users,
                sessions,
                tokens,
                db.rules,
                PASSWORDS,
                events,
                Lifetimes.DEFAULT,
                db.clock);
    }

    public Administrators administrators() {
        return new Administrators(db.database, db.schemas(), db.rules, db.memory, users, PASSWORDS);
    }

    public ObjectNode call(String token) {
        return accounts.accountability(new Caller("Bearer " + token, null, "10.0.0.1", null, null));
    }

    public boolean canSignIn(String email, String password) {
        try {
            signIn(ItemEvents.NONE)
                    .login(credentials(email, password), false, new Caller(null, null, null, null, null));
            return true;
        } catch (AccessException e) {
            return false;
        }
    }

    static ObjectNode credentials(String email, String password) {
        return JsonNodeFactory.instance.objectNode().put("email", email).put("password", password);
    }
}
