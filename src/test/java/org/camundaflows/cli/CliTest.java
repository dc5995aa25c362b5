package org.camundaflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camundaflows.app.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    private final List<List<String>> served = new ArrayList<>();

    /** Notes what is to be served; has no tools. */
    private final Installation noted = new Installation() {
        @Override
        public void serve(List<String> arguments) {
            served.add(arguments);
        }

        @Override
        public Toolbox open() {
            throw new StartFailedException(new IllegalStateException());
        }
    };

    @Test
    void withoutACommandTheServerRuns() {
        assertThat(Shell.run(noted)).isEqualTo(new Shell(0, "", ""));
        assertThat(Shell.run(noted, "--server.port=9000", "--ADMIN_TOKEN=t").exitCode())
                .isZero();
        assertThat(Shell.run(noted, "serve", "--server.port=9000", "--debug", "plain")
                        .exitCode())
                .isZero();
        assertThat(served)
                .containsExactly(
                        List.of(),
                        List.of("--server.port=9000", "--ADMIN_TOKEN=t"),
                        List.of("--server.port=9000", "--debug", "plain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "validate", "compile", "decompile", "run", "deploy", "schema", "types"})
    void everyCommandExplainsItself(String command) {
        Shell help = Shell.run(noted, command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: camunda-flows " + command).contains("Show this help");
        assertThat(help.err()).isEmpty();
        assertThat(served).isEmpty();
        assertThat(Shell.run(noted, "help", command).out()).isEqualTo(help.out());
    }

    @Test
    void theHelpNamesCommandsAndExitCodes() {
        Shell help = Shell.run(noted, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("decompile").contains("Exit codes:").contains("wrong usage");
        assertThat(Shell.run(noted, "--version").out()).startsWith("camunda-flows ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "validate",
                "validate --nonsense x.json",
                "compile x.json",
                "run x.json --env novalue"
            })
    void wrongUsageEndsWithTwo(String line) {
        Shell wrong = Shell.run(noted, line.split(" "));
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).isNotBlank();
        assertThat(wrong.out()).isEmpty();
    }

    @Test
    void whatDoesNotStartEndsWithOneAndSaysNoMore() {
        assertThat(Shell.run(noted, "types")).isEqualTo(new Shell(1, "", ""));
    }

    @Test
    void theTypesAreListedWithTheirOptions() {
        Shell text = Shell.run("types");
        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .contains("condition - ")
                .containsPattern("json-web-token - .*")
                .containsPattern("operation +text.*one of sign, verify, decode");
        assertThat(Shell.run("types", "--json").json().path("types").findValuesAsText("id"))
                .contains("condition", "exec", "json-web-token", "log", "mail", "request", "sleep")
                .contains("throw-error", "transform", "trigger");
    }
}
