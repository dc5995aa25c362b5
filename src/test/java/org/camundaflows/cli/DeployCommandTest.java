package org.camundaflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camundaflows.app.RunningServer;
import org.camundaflows.app.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployCommandTest {

    @TempDir
    static Path dataDir;

    private static RunningServer server;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        server = RunningServer.startWithKnownAdmin(dataDir);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void deployedFlowsRunOnTheServer() {
        FlowFile flow = FlowFile.webhook(directory, 1);
        Shell first = deploy(RunningServer.TOKEN, flow.toString());
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEqualToIgnoringNewLines("Webhook 1 (" + flow.id() + "): deployed as version 1");
        assertThat(first.err()).contains("WARNING reject-missing");
        assertThat(deploy(RunningServer.TOKEN, flow.toString()).out()).contains("unchanged, version 1");
        assertThat(server.post("/flows/trigger/" + flow.id(), "", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefusedFlowIsToldAndTheOthersAreDeployed() {
        FlowFile good = FlowFile.webhook(directory, 2);
        Shell text = deploy(RunningServer.TOKEN, FlowFile.cyclic(directory).toString(), good.toString());
        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.out()).contains("Cyclic").contains("refused").contains("Webhook 2");
        assertThat(text.err()).contains("ERROR link-cycle");
        Shell json = deploy(RunningServer.TOKEN, "--json", directory.toString());
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(json.json().path("data").findValuesAsText("refused")).containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void aWrongTokenIsRefused() {
        Shell wrong = deploy("wrong", FlowFile.webhook(directory, 3).toString());
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("answered 401");
        assertThat(wrong.out()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsToldByItsAddress() {
        Shell unreachable = Shell.run(
                "deploy", FlowFile.webhook(directory, 3).toString(), "--server", "http://127.0.0.1:1", "--token", "t");
        assertThat(unreachable.exitCode()).isEqualTo(1);
        assertThat(unreachable.err()).startsWith("http://127.0.0.1:1 cannot be reached");
    }

    private static Shell deploy(String token, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "deploy";
        all[1] = "--server=http://127.0.0.1:" + server.port() + "/";
        all[2] = "--token=" + token;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Shell.run(all);
    }
}
