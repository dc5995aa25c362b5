package org.camundaflows.app.engine;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import org.camundaflows.app.settings.InvalidSetting;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Lets a transaction take its connection with the first statement instead of at its begin. The transaction manager and
 * the engine see the same wrapped data source, else they would not share transactions. A database that cannot be opened
 * stops the start here, with a message for people.
 */
final class LazyConnections implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource dataSource) {
            open(dataSource);
            return new LazyConnectionDataSourceProxy(dataSource);
        }
        return bean;
    }

    private static void open(HikariDataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            connection.isReadOnly();
        } catch (SQLException | PoolInitializationException e) {
            throw unusable(dataSource, e);
        }
    }

    /** What follows the first ; or ? of the address may hold a password. */
    private static InvalidSetting unusable(HikariDataSource dataSource, Exception failure) {
        String address = dataSource.getJdbcUrl().replaceFirst("[;?].*", "");
        String reason = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
        return InvalidSetting.of(
                "spring.datasource.url",
                address,
                "a database that can be opened (" + InvalidSetting.oneLine(reason) + ")");
    }
}
