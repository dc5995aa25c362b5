package org.camundaflows.conformance;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The recorded cases about items, rights and events on the other database. */
class ItemsOnPostgresTest {

    private static final Set<String> AREAS = Set.of(
            "item-read",
            "item-create",
            "item-update",
            "item-delete",
            "permission",
            "permission-rules",
            "event",
            "manual",
            "notification");

    @Test
    void theRecordedCasesHoldOnPostgres() throws Exception {
        new RecordedRun(new Selection(AREAS, Set.of())).onPostgres();
    }
}
