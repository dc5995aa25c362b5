package org.camundaflows.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.camundaflows.app.settings.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LazyConnectionsTest {

    @Test
    void aTransactionTakesItsConnectionWithTheFirstStatement() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:lazy");
            DataSource lazy = (DataSource) new LazyConnections().postProcessAfterInitialization(pool, "dataSource");
            new TransactionTemplate(new JdbcTransactionManager(lazy)).executeWithoutResult(status -> {
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
                new JdbcTemplate(lazy).execute("select 1");
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isOne();
            });
        }
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsNamedWithoutSecrets() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:absent;IFEXISTS=TRUE;PASSWORD=secret");
            assertThatThrownBy(() -> new LazyConnections().postProcessAfterInitialization(pool, "dataSource"))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageStartingWith("spring.datasource.url is \"jdbc:h2:mem:absent\", expected a database")
                    .hasMessageContaining("not found")
                    .hasMessageNotContaining("secret");
        }
    }
}
