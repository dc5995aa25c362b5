package org.camundaflows.app.engine;

import java.io.PrintStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.security.TokenDigest;
import org.camundaflows.store.access.account.Administrator;
import org.camundaflows.store.access.account.Administrators;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the administrator at the first start, before the server takes requests: as a user of the items, and as a user of
 * the engine for its web applications. Password and token come from the configuration or are made up and shown once. At
 * later starts only what is configured is applied. A database that has administrators of its own gets no further one.
 */
final class AdminSetup implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(AdminSetup.class);

    private final IdentityService identity;
    private final EngineAdmin engineAdmin;
    private final Administrators administrators;
    private final FlowsProperties.Admin settings;
    private final TransactionOperations transaction;
    private final Supplier<String> secrets;
    private final PrintStream console;

    /** What was made up and has to be shown; null for what was not. */
    private record MadeUp(@Nullable String password, @Nullable String token) {}

    AdminSetup(
            IdentityService identity,
            AdminGroup group,
            Administrators administrators,
            FlowsProperties.Admin settings,
            TransactionOperations transaction,
            Supplier<String> secrets,
            PrintStream console) {
        this.identity = identity;
        this.engineAdmin = new EngineAdmin(identity, group);
        this.administrators = administrators;
        this.settings = settings;
        this.transaction = transaction;
        this.secrets = secrets;
        this.console = console;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String password = engineUser();
        String token = user(password);
        if (password != null || token != null) {
            show(new MadeUp(password, token));
        }
    }

    /** @return the password if it was made up */
    private @Nullable String engineUser() {
        try {
            return transaction.execute(status -> applyToEngine());
        } catch (ProcessEngineException otherNodeWasFirst) {
            return transaction.execute(status -> applyToEngine());
        }
    }

    private @Nullable String applyToEngine() {
        if (engineAdmin.exists()) {
            if (settings.password() != null) {
                engineAdmin.changePassword(settings.password());
            }
            return null;
        }
        String configured = settings.password();
        String password = configured == null ? secrets.get() : configured;
        engineAdmin.create(settings.email(), password);
        return configured == null ? password : null;
    }

    /**
     * @param madeUpPassword what the engine's user got
     * @return the token if it was made up
     */
    private @Nullable String user(@Nullable String madeUpPassword) {
        String password = settings.password() == null ? madeUpPassword : settings.password();
        Optional<String> known = administrators.find(EngineAdmin.IDENTIFIER);
        if (known.isPresent()) {
            TokenDigest token = settings.token() == null ? null : TokenDigest.of(settings.token());
            administrators.change(known.get(), password, token);
            return null;
        }
        if (administrators.areThere() || administrators.isTaken(settings.email())) {
            LOG.info("The database of the items has users of its own; no administrator is added to them.");
            return null;
        }
        return create(password);
    }

    private @Nullable String create(@Nullable String password) {
        Optional<EarlierAdmin> earlier = EarlierAdmin.find(identity, EngineAdmin.USER_ID);
        boolean needsToken = settings.token() == null && earlier.isEmpty();
        String madeUp = needsToken ? secrets.get() : null;
        String token = settings.token() == null ? madeUp : settings.token();
        Administrator admin = new Administrator(
                earlier.map(EarlierAdmin::id).orElseGet(AdminSetup::id),
                earlier.map(EarlierAdmin::role).orElseGet(AdminSetup::id),
                EngineAdmin.IDENTIFIER,
                settings.email(),
                password,
                token == null ? earlier.orElseThrow().token() : TokenDigest.of(token));
        return create(admin) ? madeUp : null;
    }

    /** @return false if another node was first */
    private boolean create(Administrator admin) {
        try {
            administrators.create(admin);
            return true;
        } catch (RuntimeException e) {
            if (administrators.find(admin.externalIdentifier()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** Goes to the console and not to the log, which is kept and passed on. */
    private void show(MadeUp madeUp) {
        String line = "-".repeat(72);
        console.println(line);
        console.println("  The administrator of camunda-flows. Shown this once, write it down:");
        console.println("    user       " + EngineAdmin.USER_ID + "  (or " + settings.email() + ")");
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
