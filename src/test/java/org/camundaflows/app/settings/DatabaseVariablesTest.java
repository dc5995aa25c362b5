package org.camundaflows.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseVariablesTest {

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void withoutVariablesTheDatabaseIsAFileInTheDataDirectory() {
        assertThat(properties().get("spring.datasource.url"))
                .isEqualTo("jdbc:h2:file:/srv/data/camunda-flows;WRITE_DELAY=0;QUERY_CACHE_SIZE=256"
                        + ";DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void aRelativeDataDirectoryIsMadeAbsolute() {
        assertThat(new DatabaseVariables(new Variables(variables::get)).properties(Path.of("data")))
                .hasEntrySatisfying("spring.datasource.url", url -> assertThat(url)
                        .startsWith("jdbc:h2:file:" + Path.of("data").toAbsolutePath() + "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pg", "postgres"})
    void postgresIsDescribedByItsParts(String client) {
        set("DB_CLIENT", client, "DB_HOST", "db", "DB_DATABASE", "my flows", "DB_USER", "joe", "DB_PASSWORD", "p;?");
        assertThat(properties())
                .containsEntry("spring.datasource.url", "jdbc:postgresql://db:5432/my%20flows")
                .containsEntry("spring.datasource.username", "joe")
                .containsEntry("spring.datasource.password", "p;?");
    }

    @Test
    void aConnectionStringWinsOverParts() {
        set("DB_CLIENT", "pg", "DB_HOST", "other", "DB_CONNECTION_STRING", "postgres://a%40b:x%2By@h:6543/db?x=1");
        assertThat(properties())
                .containsEntry("spring.datasource.url", "jdbc:postgresql://h:6543/db?x=1")
                .containsEntry("spring.datasource.username", "a@b")
                .containsEntry("spring.datasource.password", "x+y");
    }

    @Test
    void encryptedConnectionsVerifyTheServerUnlessToldOtherwise() {
        set("DB_CLIENT", "pg", "DB_HOST", "::1", "DB_PORT", "1", "DB_DATABASE", "d", "DB_USER", "u", "DB_SSL", "true");
        assertThat(properties().get("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://[::1]:1/d?sslmode=verify-full"
                        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        set("DB_SSL__REJECT_UNAUTHORIZED", "false");
        assertThat(properties().get("spring.datasource.url")).endsWith("/d?sslmode=require");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "sqlite3", "oracledb", "mssql", "cockroachdb"})
    void otherDatabasesAreRefused(String client) {
        set("DB_CLIENT", client);
        assertThatThrownBy(this::properties)
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("DB_CLIENT is \"" + client + "\", expected one of h2, pg, postgres, postgresql");
    }

    @Test
    void aHostWithoutClientIsRefused() {
        set("DB_HOST", "db");
        assertThatThrownBy(this::properties)
                .hasMessage("DB_CLIENT is not set, expected pg because DB_HOST is set, or h2");
    }

    @Test
    void missingPartsAreNamed() {
        set("DB_CLIENT", "pg", "DB_HOST", "db");
        assertThatThrownBy(this::properties).hasMessage("DB_DATABASE is not set, expected the name of the database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://u:secret@h/d", "postgres://u:secret@h", "not a url secret"})
    void aConnectionStringIsNeverShown(String text) {
        set("DB_CLIENT", "pg", "DB_CONNECTION_STRING", text);
        assertThatThrownBy(this::properties)
                .hasMessageStartingWith("DB_CONNECTION_STRING has a value that cannot be used (not shown)")
                .hasMessageNotContaining("secret");
    }

    private void set(String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private Map<String, String> properties() {
        return new DatabaseVariables(new Variables(variables::get)).properties(Path.of("/srv/data"));
    }
}
