package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;

/** One run of recorded cases against the application, with its report. */
final class RecordedRun {

    private static final Path SHARED = Path.of("..", "shared", "conformance");
    private static final Path OWN = Path.of("src", "test", "resources", "conformance");

    private final Selection selection;
    private final CaseReader reader = new CaseReader(directory());
    private final Report report = new Report();

    RecordedRun(Selection selection) {
        this.selection = selection;
    }

    void onH2() throws Exception {
        on(List.of("--spring.datasource.url=jdbc:h2:mem:conformance;DB_CLOSE_DELAY=-1"));
    }

    /** The test is skipped where PostgreSQL does not start. */
    void onPostgres() throws Exception {
        try (TestStore store = TestDatabase.separate()) {
            on(store.serverArguments());
        }
    }

    /** @param database arguments that name it */
    private void on(List<String> database) throws Exception {
        try (StubServer stub = StubServer.start();
                Mailbox mailbox = Mailbox.start();
                Application application = CamundaFlowsApplication.start(mailbox.port(), database);
                LogCapture logs = LogCapture.begin()) {
            Surroundings surroundings = new Surroundings(application, stub, mailbox, logs);
            runAll(new CaseRunner(surroundings, Patience.NORMAL, reader::world));
        }
        report.print(System.out);
        assertThat(report.failed()).as(report.summary()).isZero();
        assertThat(report.passed()).as("cases that ran").isPositive();
    }

    private void runAll(CaseRunner runner) {
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
