package org.camundaflows.app.engine;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camundaflows.app.settings.FlowsProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the administrator at the first start, before the server takes requests. Password and token come from the
 * configuration or are made up and shown once. At later starts only what is configured is applied.
 */
final class AdminSetup implements SmartInitializingSingleton {

    private final IdentityService identity;
    private final AdminRecord record;
    private final AdminGroup group;
    private final FlowsProperties.Admin settings;
    private final TransactionOperations transaction;
    private final Supplier<String> secrets;
    private final PrintStream console;

    /** What was made up and has to be shown; null for what was not. */
    private record MadeUp(@Nullable String password, @Nullable String token) {}

    AdminSetup(
            IdentityService identity,
            AdminGroup group,
            FlowsProperties.Admin settings,
            TransactionOperations transaction,
            Supplier<String> secrets,
            PrintStream console) {
        this.identity = identity;
        this.record = new AdminRecord(identity);
        this.group = group;
        this.settings = settings;
        this.transaction = transaction;
        this.secrets = secrets;
        this.console = console;
    }

    @Override
    public void afterSingletonsInstantiated() {
        MadeUp madeUp;
        try {
            madeUp = inTransaction();
        } catch (ProcessEngineException otherNodeWasFirst) {
            madeUp = inTransaction();
        }
        if (madeUp != null && (madeUp.password != null || madeUp.token != null)) {
            show(madeUp);
        }
    }

    private @Nullable MadeUp inTransaction() {
        return transaction.execute(status -> apply());
    }

    private MadeUp apply() {
        boolean isNew = identity.createUserQuery().userId(AdminRecord.USER_ID).count() == 0;
        String password = isNew ? create() : null;
        if (!isNew && settings.password() != null) {
            changePassword(settings.password());
        }
        String token = token(isNew);
        record.ensureIds();
        return new MadeUp(password, token);
    }

    /** @return the password if it was made up */
    private @Nullable String create() {
        String madeUp = settings.password() == null ? secrets.get() : null;
        User user = identity.newUser(AdminRecord.USER_ID);
        user.setFirstName("Admin");
        user.setLastName("User");
        user.setEmail(settings.email());
        user.setPassword(madeUp == null ? settings.password() : madeUp);
        identity.saveUser(user);
        group.add(AdminRecord.USER_ID);
        return madeUp;
    }

    private void changePassword(String password) {
        User user = identity.createUserQuery().userId(AdminRecord.USER_ID).singleResult();
        user.setPassword(password);
        identity.saveUser(user);
        identity.unlockUser(AdminRecord.USER_ID);
    }

    /** @return the token if it was made up */
    private @Nullable String token(boolean isNew) {
        if (settings.token() != null) {
            record.saveToken(settings.token());
            return null;
        }
        if (!isNew && record.hasToken()) {
            return null;
        }
        String madeUp = secrets.get();
        record.saveToken(madeUp);
        return madeUp;
    }

    /** Goes to the console and not to the log, which is kept and passed on. */
    private void show(MadeUp madeUp) {
        String line = "-".repeat(72);
        console.println(line);
        console.println("  The administrator of camunda-flows. Shown this once, write it down:");
        console.println("    user       " + AdminRecord.USER_ID + "  (or " + settings.email() + ")");
        if (madeUp.password != null) {
            console.println("    password   " + madeUp.password);
        }
        if (madeUp.token != null) {
            console.println("    API token  " + madeUp.token);
        }
        console.println("  ADMIN_PASSWORD and ADMIN_TOKEN set others at the next start.");
        console.println(line);
        console.flush();
    }
}
