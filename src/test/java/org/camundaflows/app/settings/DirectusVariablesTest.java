package org.camundaflows.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectusVariablesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "HOST                                  | 0.0.0.0              | server.address                 | 0.0.0.0",
                "HOST                                  | localhost            | server.address                 | 127.0.0.1",
                "PORT                                  | 8055                 | server.port                    | 8055",
                "PORT                                  | number:8055          | server.port                    | 8055",
                "PUBLIC_URL                            | https://x.org/flows/ | flows.public-url               | https://x.org/flows",
                "ADMIN_EMAIL                           | a@b.org              | flows.admin.email              | a@b.org",
                "ADMIN_PASSWORD                        | s,e=cret             | flows.admin.password           | s,e=cret",
                "ADMIN_PASSWORD                        | string:007           | flows.admin.password           | 007",
                "ADMIN_TOKEN                           | token                | flows.admin.token              | token",
                "SECRET                                | s,e=cret             | flows.auth.secret              | s,e=cret",
                "ACCESS_TOKEN_TTL                      | 15m                  | flows.auth.access-token-ttl    | 900000ms",
                "ACCESS_TOKEN_TTL                      | 900000               | flows.auth.access-token-ttl    | 900000ms",
                "REFRESH_TOKEN_TTL                     | 7 days               | flows.auth.refresh-token-ttl   | 604800000ms",
                "SESSION_COOKIE_TTL                    | 1.5H                 | flows.auth.session-ttl         | 5400000ms",
                "EXTENSIONS_PATH                       | /opt/ext             | flows.extensions-dir           | /opt/ext",
                "MAX_PAYLOAD_SIZE                      | 1.5mb                | flows.body-limit               | 1572864B",
                "MAX_PAYLOAD_SIZE                      | 2048                 | flows.body-limit               | 2048B",
                "FLOWS_ENV_ALLOW_LIST                  | A, B                 | flows.environment.allow-list   | A,B",
                "FLOWS_ENV_ALLOW_LIST                  | array:A,B            | flows.environment.allow-list   | A,B",
                "FLOWS_ENV_ALLOW_LIST                  | [\"A\",\"B\"]        | flows.environment.allow-list   | A,B",
                "FLOWS_ENV_ALLOW_LIST                  | false                | flows.environment.allow-list   | ''",
                "FLOWS_RUN_SCRIPT_TIMEOUT              | 2000                 | flows.script.timeout           | 2000ms",
                "FLOWS_RUN_SCRIPT_MAX_MEMORY           | 64                   | flows.script.memory            | 64MB",
                "IMPORT_IP_DENY_LIST                   | 0.0.0.0,10.0.0.0/8   | flows.outbound.deny-list       | 0.0.0.0,10.0.0.0/8",
                "IMPORT_IP_DENY_LIST                   | ''                   | flows.outbound.deny-list       | ''",
                "EMAIL_FROM                            | no@b.org             | flows.mail.from                | no@b.org",
                "EMAIL_TEMPLATES_PATH                  | ./mails              | flows.mail.templates-dir       | ./mails",
                "EMAIL_WAIT_FOR_DELIVERY               | TRUE                 | flows.mail.wait-for-delivery   | true",
                "EMAIL_SMTP_HOST                       | smtp.b.org           | spring.mail.host               | smtp.b.org",
                "EMAIL_SMTP_PORT                       | 465                  | spring.mail.port               | 465",
                "EMAIL_SMTP_USER                       | joe                  | spring.mail.username           | joe",
                "EMAIL_SMTP_USER                       | joe                  | spring.mail.properties.mail.smtp.auth            | true",
                "EMAIL_SMTP_PASSWORD                   | pw                   | spring.mail.password           | pw",
                "EMAIL_SMTP_SECURE                     | true                 | spring.mail.properties.mail.smtp.ssl.enable      | true",
                "EMAIL_SMTP_IGNORE_TLS                 | true                 | spring.mail.properties.mail.smtp.starttls.enable | false",
                "EMAIL_SMTP_NAME                       | me.b.org             | spring.mail.properties.mail.smtp.localhost       | me.b.org",
                "RATE_LIMITER_EMAIL_FLOWS_ENABLED      | true                 | flows.mail.rate-limit.enabled  | true",
                "RATE_LIMITER_EMAIL_FLOWS_POINTS       | 5                    | flows.mail.rate-limit.points   | 5",
                "RATE_LIMITER_EMAIL_FLOWS_DURATION     | 60                   | flows.mail.rate-limit.duration | 60s",
                "RATE_LIMITER_EMAIL_FLOWS_ERROR_MESSAGE | slow down           | flows.mail.rate-limit.message  | slow down",
                "LOG_LEVEL                             | warn                 | logging.level.root             | WARN",
                "LOG_LEVEL                             | silent               | logging.level.org.camundaflows | OFF",
                "LOG_LEVEL                             | trace                | logging.level.org.camundaflows | TRACE"
            })
    void aVariableBecomesAProperty(String variable, String value, String property, String expected) {
        assertThat(properties(Map.of(variable, value))).containsEntry(property, expected);
    }

    @ParameterizedTest
    @CsvSource({"PORT,''", "ADMIN_PASSWORD,' '", "PUBLIC_URL,/", "EMAIL_TRANSPORT,smtp", "EMAIL_SMTP_POOL,true"})
    void theseSetNothing(String variable, String value) {
        assertThat(properties(Map.of(variable, value))).isEmpty();
    }

    @Test
    void loudLevelsHoldForThisProjectOnly() {
        assertThat(properties(Map.of("LOG_LEVEL", "debug"))).doesNotContainKey("logging.level.root");
    }

    private static Map<String, String> properties(Map<String, String> variables) {
        return new DirectusVariables(new Variables(new HashMap<>(variables)::get)).properties();
    }
}
