package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Runs the recorded cases of a directory ({@code -Dconformance.dir}) against the application. For developers:
 * {@code -Dconformance.area=condition,exec} and {@code -Dconformance.case=condition/eq-null} choose some of them.
 */
class ConformanceTest {

    private static final Path SHARED = Path.of("..", "shared", "conformance");
    private static final Path OWN = Path.of("src", "test", "resources", "conformance");

    @Test
    void theApplicationDoesWhatTheRecordedCasesSay() throws Exception {
        Report report = new Report();
        try (StubServer stub = StubServer.start();
                Mailbox mailbox = Mailbox.start();
                Application application = CamundaFlowsApplication.start(mailbox.port());
                LogCapture logs = LogCapture.begin()) {
            CaseReader reader = new CaseReader(directory());
            Surroundings surroundings = new Surroundings(application, stub, mailbox, logs);
            runAll(reader, new CaseRunner(surroundings, Patience.NORMAL, reader::world), report);
        }
        report.print(System.out);
        assertThat(report.failed()).as(report.summary()).isZero();
        assertThat(report.passed()).as("cases that ran").isPositive();
    }

    private static void runAll(CaseReader reader, CaseRunner runner, Report report) {
        Selection selection = Selection.fromSystemProperties();
        Set<String> deviations = reader.deviations();
        for (Case one : reader.cases()) {
            if (!selection.includes(one)) {
                continue;
            }
            Optional<String> missing = Capabilities.CURRENT.missingFor(one);
            if (deviations.contains(one.id())) {
                report.deviates(one);
            } else if (missing.isPresent()) {
                report.skipped(one, missing.get());
            } else {
                report.ran(one, runner.run(one));
            }
        }
    }

    private static Path directory() {
        String chosen = System.getProperty("conformance.dir", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        return Files.isDirectory(SHARED) ? SHARED : OWN;
    }
}
