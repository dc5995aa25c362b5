package org.camundaflows.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class EnvironmentPreparationTest {

    @TempDir
    Path directory;

    private final Map<String, Object> process = new HashMap<>();
    private final Map<String, Object> arguments = new HashMap<>();
    private final Map<String, Object> external = new HashMap<>();
    private final Map<String, Object> packaged = new HashMap<>();

    @Test
    void defaultsAreComplete() {
        FlowsProperties settings = settings();
        assertThat(settings.dataDir().path()).isEqualTo(Path.of("./data"));
        assertThat(settings.publicUrl()).isNull();
        assertThat(settings.bodyLimit()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(settings.environment().allowList()).isEmpty();
        assertThat(settings.script())
                .isEqualTo(new FlowsProperties.Script(Duration.ofSeconds(10), DataSize.ofMegabytes(32)));
        assertThat(settings.outbound().denyList()).containsExactly("0.0.0.0", "169.254.169.254");
        assertThat(settings.history().timeToLive()).isEqualTo(Duration.ofDays(180));
        assertThat(settings.runs())
                .isEqualTo(new FlowsProperties.Runs(Duration.ofSeconds(60), Duration.ofSeconds(5), 20));
        assertThat(settings.schedule().zoneOrDefault()).isEqualTo(ZoneId.systemDefault());
        assertThat(settings.admin().email()).isEqualTo("admin@example.com");
        assertThat(settings.admin().password()).isNull();
    }

    @Test
    void variablesReachTheSettings() {
        process.put("FLOWS_ENV_ALLOW_LIST", "[\"A\",\"B\"]");
        process.put("FLOWS_RUN_SCRIPT_TIMEOUT", "2000");
        process.put("IMPORT_IP_DENY_LIST", "");
        process.put("PUBLIC_URL", "https://flows.example.org/");
        FlowsProperties settings = settings();
        assertThat(settings.environment().allowList()).containsExactly("A", "B");
        assertThat(settings.script().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.outbound().denyList()).isEmpty();
        assertThat(settings.publicUrl()).hasToString("https://flows.example.org");
    }

    @Test
    void aPropertyWinsOverAVariableAndAVariableOverThePackagedDefault() {
        packaged.put("server.port", "8080");
        process.put("PORT", "8055");
        assertThat(prepared().getProperty("server.port")).isEqualTo("8055");
        external.put("server.port", "9000");
        assertThat(prepared().getProperty("server.port")).isEqualTo("9000");
        process.put("SERVER_PORT", "9001");
        assertThat(prepared().getProperty("server.port")).isEqualTo("9001");
        arguments.put("server.port", "9002");
        assertThat(prepared().getProperty("server.port")).isEqualTo("9002");
    }

    @Test
    void theProcessEnvironmentWinsOverTheDotEnvFile() throws IOException {
        Files.writeString(directory.resolve(".env"), "ADMIN_EMAIL=\"file@example.org\"\nADMIN_TOKEN='from file'\n");
        process.put("ADMIN_EMAIL", "process@example.org");
        FlowsProperties settings = settings();
        assertThat(settings.admin().email()).isEqualTo("process@example.org");
        assertThat(settings.admin().token()).isEqualTo("from file");
    }

    @Test
    void theDotEnvFileMayNamePropertiesAsVariables() throws IOException {
        Files.writeString(directory.resolve(".env"), "FLOWS_RUNS_CALLDEPTH=7\nSERVER_PORT=\"9003\"\n");
        assertThat(settings().runs().callDepth()).isEqualTo(7);
        assertThat(prepared().getProperty("server.port")).isEqualTo("9003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a${b}c", "${HOME}", "a\\b", "a\\${b}", "$${x}", "#{1+1}"})
    void passwordsAreTakenLiterally(String password) {
        process.put("ADMIN_PASSWORD", password);
        assertThat(settings().admin().password()).isEqualTo(password);
    }

    @Test
    void aVariableMayBeGivenAsAFile() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "from file\n");
        process.put("ADMIN_PASSWORD_FILE", secret.toString());
        assertThat(settings().admin().password()).isEqualTo("from file");
        process.put("ADMIN_PASSWORD", "x");
        assertThatThrownBy(this::prepared)
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("ADMIN_PASSWORD_FILE is \"" + secret
                        + "\", expected to be set alone, but ADMIN_PASSWORD is set as well");
    }

    @Test
    void theEmbeddedDatabaseFollowsTheDataDirectoryUnlessAnUrlIsGiven() {
        arguments.put("flows.data-dir", directory.toString());
        assertThat(prepared().getProperty("spring.datasource.url")).contains(directory + "/camunda-flows;");
        external.put("spring.datasource.url", "jdbc:h2:mem:x");
        process.put("DB_CLIENT", "mysql");
        assertThat(prepared().getProperty("spring.datasource.url")).isEqualTo("jdbc:h2:mem:x");
    }

    @Test
    void thePoolServesAllThreadsUnlessItsSizeIsGiven() {
        packaged.put("server.tomcat.threads.max", "30");
        packaged.put("camunda.bpm.job-execution.max-pool-size", "5");
        assertThat(prepared().getProperty("spring.datasource.hikari.maximum-pool-size", Integer.class))
                .isGreaterThan(35);
        external.put("spring.datasource.hikari.maximum-pool-size", "3");
        assertThat(prepared().getProperty("spring.datasource.hikari.maximum-pool-size"))
                .isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT | abc | PORT is \"abc\", expected a whole number from 0 to 65535",
                "PORT | 70000 | PORT is \"70000\", expected a whole number from 0 to 65535",
                "server.port | abc | server.port is \"abc\", expected a value of type Integer",
                "FLOWS_RUN_SCRIPT_TIMEOUT | -5 | FLOWS_RUN_SCRIPT_TIMEOUT is \"-5\", expected a whole number from 1 to 2147483647",
                "FLOWS_RUN_SCRIPT_MAX_MEMORY | 0 | FLOWS_RUN_SCRIPT_MAX_MEMORY is \"0\", expected a whole number from 1 to 2147483647",
                "MAX_PAYLOAD_SIZE | big | MAX_PAYLOAD_SIZE is \"big\", expected a size of at most 2gb, such as 1mb",
                "EMAIL_SMTP_SECURE | maybe | EMAIL_SMTP_SECURE is \"maybe\", expected true or false",
                "EMAIL_TRANSPORT | ses | EMAIL_TRANSPORT is \"ses\", expected one of smtp",
                "EMAIL_FROM | nobody | EMAIL_FROM is \"nobody\", expected an e-mail address",
                "ADMIN_EMAIL | nobody | ADMIN_EMAIL is \"nobody\", expected an e-mail address",
                "PUBLIC_URL | ftp://x | PUBLIC_URL is \"ftp://x\", expected an address that starts with http:// or https://",
                "LOG_LEVEL | loud | LOG_LEVEL is \"loud\", expected one of debug, error, fatal, info, silent, trace, warn",
                "FLOWS_ENV_ALLOW_LIST | [A] | FLOWS_ENV_ALLOW_LIST is \"[A]\", expected a comma-separated list or a JSON array of texts",
                "IMPORT_IP_DENY_LIST | 10.0.0.0/33 | IMPORT_IP_DENY_LIST is \"10.0.0.0/33\", expected IP addresses, networks (10.0.0.0/8) or ranges (10.0.0.1-10.0.0.9)",
                "IMPORT_IP_DENY_LIST | localhost | IMPORT_IP_DENY_LIST is \"localhost\", expected IP addresses, networks (10.0.0.0/8) or ranges (10.0.0.1-10.0.0.9)",
                "IMPORT_IP_DENY_LIST | 256.1.1.1 | IMPORT_IP_DENY_LIST is \"256.1.1.1\", expected IP addresses, networks (10.0.0.0/8) or ranges (10.0.0.1-10.0.0.9)",
                "ADMIN_PASSWORD_FILE | /no/such/file | ADMIN_PASSWORD_FILE is \"/no/such/file\", expected a readable text file",
                "flows.outbound.deny-list | ::1-10.0.0.1 | flows.outbound.deny-list is \"::1-10.0.0.1\", expected IP addresses, networks (10.0.0.0/8) or ranges (10.0.0.1-10.0.0.9)",
                "flows.schedule.zone | Mars/Base | flows.schedule.zone is \"Mars/Base\", expected a value of type ZoneId",
                "flows.script.timeout | soon | flows.script.timeout is \"soon\", expected a value of type Duration",
                "flows.script.timeout | -1s | flows.script.timeout is \"PT-1S\", expected a duration above zero, such as 10s",
                "flows.history.time-to-live | 12h | flows.history.time-to-live is \"PT12H\", expected a number of days, at least one, such as 180d",
                "flows.runs.call-depth | 0 | flows.runs.call-depth is \"0\", expected a whole number above zero",
                "flows.data-dir | /a;b | flows.data-dir is \"/a;b\", expected a directory without a semicolon in its path"
            })
    void wrongValuesAreRefusedWithNameValueAndExpectation(String name, String value, String message) {
        process.put(name, value);
        assertThatThrownBy(this::prepared).isInstanceOf(InvalidSetting.class).hasMessage(message);
    }

    @Test
    void aDirectoryIsNeverTakenFromTheClassPath() {
        arguments.put("flows.data-dir", "org");
        assertThat(getClass().getClassLoader().getResource("org")).isNotNull();
        assertThat(settings().dataDir().path()).isEqualTo(Path.of("org"));
    }

    @Test
    void theMessageStaysOnOneLine() {
        process.put("PORT", "1\n2\r" + "3".repeat(1000));
        assertThatThrownBy(this::prepared).satisfies(failure -> assertThat(failure.getMessage())
                .doesNotContain("\n", "\r")
                .hasSizeLessThan(400));
    }

    private FlowsProperties settings() {
        return Binder.get(prepared()).bindOrCreate("flows", FlowsProperties.class);
    }

    private StandardEnvironment prepared() {
        StandardEnvironment environment = new StandardEnvironment();
        String variables = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(variables, new SystemEnvironmentPropertySource(variables, process));
        environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", arguments));
        environment.getPropertySources().addLast(new MapPropertySource("file [application.yaml]", external));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("class path resource [application.yaml]", packaged));
        EnvironmentPreparation.prepare(environment, directory.resolve(".env"));
        return environment;
    }
}
