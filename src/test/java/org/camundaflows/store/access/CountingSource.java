package org.camundaflows.store.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts how often somebody wants a connection. */
public final class CountingSource extends DelegatingDataSource {

    private final AtomicInteger connections = new AtomicInteger();

    CountingSource(DataSource target) {
        super(target);
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        connections.incrementAndGet();
        return super.getConnection();
    }
}
