package org.camundaflows.app.engine;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Lets a transaction take its connection with the first statement instead of at its begin. The transaction manager and
 * the engine see the same wrapped data source, else they would not share transactions.
 */
final class LazyConnections implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof HikariDataSource dataSource ? new LazyConnectionDataSourceProxy(dataSource) : bean;
    }
}
