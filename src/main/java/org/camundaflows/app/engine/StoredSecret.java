package org.camundaflows.app.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;

/** A secret that all nodes share: made up by the first one that needs it, kept in the engine's database. */
final class StoredSecret implements Supplier<String> {

    private static final String PROPERTY = "camundaflows.secret";

    private final ManagementService management;
    private final Supplier<String> secrets;

    StoredSecret(ManagementService management, Supplier<String> secrets) {
        this.management = management;
        this.secrets = secrets;
    }

    @Override
    public String get() {
        String kept = read();
        if (kept != null) {
            return kept;
        }
        String madeUp = secrets.get();
        try {
            management.setProperty(PROPERTY, madeUp);
            return madeUp;
        } catch (ProcessEngineException e) {
            String ofOtherNode = read();
            if (ofOtherNode == null) {
                throw e;
            }
            return ofOtherNode;
        }
    }

    private @Nullable String read() {
        return management.getProperties().get(PROPERTY);
    }
}
