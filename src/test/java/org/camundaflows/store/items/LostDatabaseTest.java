package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.store.items.Shelf.object;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.camundaflows.store.query.Query;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LostDatabaseTest {

    private static final String MESSAGE = "Service \"database\" is unavailable. The database cannot be reached.";

    /** Lets a test cut the connection that is in use, or refuse new ones. */
    private static final class Cable {
        private final AtomicReference<Connection> inUse = new AtomicReference<>();
        private volatile boolean unplugged;

        DataSource around(DataSource source) {
            return (DataSource) Proxy.newProxyInstance(
                    Cable.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                        if (unplugged && method.getName().equals("getConnection")) {
                            throw new SQLNonTransientConnectionException("no route", "08001");
                        }
                        try {
                            Object result = method.invoke(source, arguments);
                            if (result instanceof Connection connection) {
                                inUse.set(connection);
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        void cut() {
            try {
                inUse.get().abort(Runnable::run);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleLeavesNothingWritten() throws Exception {
        Cable cable = new Cable();
        Shelf shelf = new Shelf(Engine.POSTGRESQL, cable.around(Engine.POSTGRESQL.open()));
        shelf.events.answer = (event, payload) -> {
            if (payload.path("name").asText().equals("second")) {
                cable.cut();
            }
            return payload;
        };
        Refused refused = Refused.by(() -> shelf.items.create(
                "authors", List.of(object("{'name':'first'}"), object("{'name':'second'}")), shelf.heard));
        assertThat(refused.message()).isEqualTo(MESSAGE);
        assertThat(shelf.count("authors")).isZero();
        assertThat(shelf.events.told).isEmpty();
        assertThat(shelf.database.hasTransaction()).isFalse();
        assertThat(shelf.create("authors", "{'name':'later'}").isInt()).isTrue();
    }

    @Test
    void aDatabaseThatIsShutDownInTheMiddleIsUnavailable() throws Exception {
        Shelf shelf = new Shelf(Engine.H2);
        shelf.events.answer = (event, payload) -> {
            shelf.database.sql().execute("shutdown immediately");
            return payload;
        };
        Refused refused = Refused.by(() -> shelf.create("authors", "{'name':'x'}", shelf.heard));
        assertThat(refused.message()).isEqualTo(MESSAGE);
        assertThat(shelf.database.dialect()).isEqualTo(SQLDialect.H2);
    }

    @ParameterizedTest
    @EnumSource
    void withoutConnectionsEveryCallIsUnavailable(Engine engine) throws Exception {
        Cable cable = new Cable();
        Shelf shelf = new Shelf(engine, cable.around(engine.open()));
        cable.unplugged = true;
        assertThat(Refused.by(() -> shelf.create("authors", "{'name':'x'}", shelf.admin))
                        .errors()
                        .get(0)
                        .status())
                .isEqualTo(503);
        assertThat(Refused.by(() -> shelf.update("authors", 1, "{'name':'x'}", shelf.admin))
                        .message())
                .isEqualTo(MESSAGE);
        assertThat(Refused.by(() -> shelf.items.deleteByQuery("authors", Query.DEFAULT, shelf.admin))
                        .message())
                .isEqualTo(MESSAGE);
        assertThat(Refused.by(() -> shelf.items.read("authors", Query.DEFAULT, shelf.admin))
                        .message())
                .isEqualTo(MESSAGE);
    }
}
