package org.camundaflows.kill;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;

/** The databases a server is killed on. */
enum Database {
    H2 {
        @Override
        Running start() {
            return new Running(List.of(), () -> {});
        }
    },
    POSTGRESQL {
        @Override
        Running start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                return new Running(
                        List.of(
                                "--DB_CLIENT=pg",
                                "--DB_HOST=127.0.0.1",
                                "--DB_PORT=" + server.getPort(),
                                "--DB_DATABASE=postgres",
                                "--DB_USER=postgres"),
                        server::close);
            } catch (IOException | RuntimeException e) {
                String message = "NOT TESTED: PostgreSQL does not start on this machine: " + e;
                System.err.println(message);
                return abort(message);
            }
        }
    };

    interface Stop {
        void stop() throws IOException;
    }

    /** @param arguments with which a server uses the database */
    record Running(List<String> arguments, Stop stop) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stop.stop();
        }
    }

    abstract Running start();
}
