package org.camundaflows.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.app.RunningServer.basic;
import static org.camundaflows.app.RunningServer.bearer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camundaflows.engine.FlowEnvironment;
import org.camundaflows.engine.OrderedUuids;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class ServerTest {

    private static final Pattern PASSWORD = Pattern.compile("^ +password +(\\S{20,})$", Pattern.MULTILINE);
    private static final Pattern TOKEN = Pattern.compile("^ +API token +(\\S{20,})$", Pattern.MULTILINE);

    @TempDir
    Path dataDir;

    @Test
    void theFirstStartMakesAnAdministratorAndLaterOnesKeepIt(CapturedOutput output) {
        String password;
        String token;
        ObjectNode account;
        try (RunningServer first = RunningServer.start(dataDir)) {
            password = only(PASSWORD, output);
            token = only(TOKEN, output);
            account = accountability(first, token);
            assertSignsIn(first, password, token);
        }
        try (RunningServer second = RunningServer.start(dataDir)) {
            assertSignsIn(second, password, token);
            assertThat(accountability(second, token)).isEqualTo(account);
        }
        try (RunningServer third =
                RunningServer.start(dataDir, "--ADMIN_PASSWORD=another one", "--ADMIN_TOKEN=another-token")) {
            assertSignsIn(third, "another one", "another-token");
            assertThat(third.get("/engine-rest/engine", basic("admin", password))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(third.get("/engine-rest/engine", bearer(token)).statusCode())
                    .isEqualTo(401);
            assertThat(accountability(third, "another-token")).isEqualTo(account);
        }
        only(PASSWORD, output);
        only(TOKEN, output);
        assertThat(output.toString().split(Pattern.quote(password), -1)).hasSize(2);
        assertThat(output.toString().split(Pattern.quote(token), -1)).hasSize(2);
        assertThat(output.toString()).doesNotContain("another one", "another-token", "generated security password");
    }

    @Test
    void theServerIsSetUpAsDocumented(CapturedOutput output) throws SQLException {
        System.setProperty("GREETING", "hello");
        try (RunningServer server = RunningServer.start(
                dataDir,
                "--ADMIN_PASSWORD=pw ${x}",
                "--ADMIN_TOKEN=tk",
                "--FLOWS_ENV_ALLOW_LIST=GREETING,LIMIT,ABSENT",
                "--LIMIT=42")) {
            assertThat(output).doesNotContain("Shown this once");
            assertSignsIn(server, "pw ${x}", "tk");
            assertThat(server.property("server.address"))
                    .isEqualTo(InetAddress.getLoopbackAddress().getHostAddress());
            assertThat(dataDir.resolve("camunda-flows.mv.db")).exists();
            assertThat(server.bean(FlowEnvironment.class).values())
                    .hasToString("{\"GREETING\":\"hello\",\"LIMIT\":42}");
            assertEngine(server);
            assertTransactions(server);
            assertIndexes(server);
        } finally {
            System.clearProperty("GREETING");
        }
    }

    private static void assertEngine(RunningServer server) {
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl)
                server.bean(ProcessEngine.class).getProcessEngineConfiguration();
        assertThat(engine.getHistoryLevel().getName()).isEqualTo("audit");
        assertThat(engine.getIdGenerator()).isInstanceOf(OrderedUuids.class);
        assertThat(engine.isJobExecutorDeploymentAware()).isFalse();
        assertThat(engine.getJobExecutor().isActive()).isTrue();
        assertThat(engine.getHistoryRemovalTimeStrategy()).isEqualTo("start");
        assertThat(engine.getHistoryTimeToLive()).isEqualTo("P180D");
        assertThat(engine.isHistoryCleanupEnabled()).isTrue();
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isNotNull();
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.isMetricsEnabled()).isFalse();
    }

    private static void assertTransactions(RunningServer server) throws SQLException {
        DataSource dataSource = server.bean(DataSource.class);
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        assertThat(pool.getMaximumPoolSize()).isGreaterThanOrEqualTo(64 + 16);
        assertThat(pool.getJdbcUrl()).contains("WRITE_DELAY=0").contains("QUERY_CACHE_SIZE=256");
        IdentityService identity = server.bean(IdentityService.class);
        assertThat(server.bean(RuntimeService.class)).isNotNull();
        new TransactionTemplate(server.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            identity.setUserInfo("admin", "color", "red");
            assertThat(identity.getUserInfo("admin", "color")).isEqualTo("red");
            status.setRollbackOnly();
        });
        assertThat(identity.getUserInfo("admin", "color")).isNull();
    }

    private static void assertIndexes(RunningServer server) throws SQLException {
        try (Connection connection = server.bean(DataSource.class).getConnection();
                ResultSet indexes = connection.getMetaData().getIndexInfo(null, null, "ACT_HI_VARINST", false, false)) {
            Set<String> names = new HashSet<>();
            while (indexes.next()) {
                names.add(indexes.getString("INDEX_NAME"));
            }
            assertThat(names)
                    .contains("ACT_IDX_HI_VAR_PI_NAME_TYPE", "ACT_IDX_HI_VARINST_RM_TIME")
                    .hasSize(3);
        }
    }

    private static void assertSignsIn(RunningServer server, String password, String token) {
        assertThat(server.get("/engine-rest/engine", basic("admin", password)).statusCode())
                .isEqualTo(200);
        assertThat(server.get("/engine-rest/engine", bearer(token)).statusCode())
                .isEqualTo(200);
    }

    private static ObjectNode accountability(RunningServer server, String token) {
        return server.bean(Accounts.class).accountability(new Caller("Bearer " + token, null, "127.0.0.1", null, null));
    }

    private static String only(Pattern pattern, CapturedOutput output) {
        Matcher matcher = pattern.matcher(output.toString());
        assertThat(matcher.find()).isTrue();
        String found = matcher.group(1);
        assertThat(matcher.find()).as("printed once").isFalse();
        return found;
    }
}
