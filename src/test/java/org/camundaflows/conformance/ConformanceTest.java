package org.camundaflows.conformance;

import org.junit.jupiter.api.Test;

/**
 * Runs the recorded cases of a directory ({@code -Dconformance.dir}) against the application. For developers:
 * {@code -Dconformance.area=condition,exec} and {@code -Dconformance.case=condition/eq-null} choose some of them,
 * {@code -Dconformance.database=postgresql} another database than H2.
 */
class ConformanceTest {

    @Test
    void theApplicationDoesWhatTheRecordedCasesSay() throws Exception {
        boolean postgres = System.getProperty("conformance.database", "h2").equalsIgnoreCase("postgresql");
        RecordedRun run = new RecordedRun(Selection.fromSystemProperties());
        if (postgres) {
            run.onPostgres();
        } else {
            run.onH2();
        }
    }
}
