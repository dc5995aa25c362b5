package org.camundaflows.rest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

class WebhooksOnPostgresTest extends Webhooks {

    private EmbeddedPostgres postgres;

    @BeforeAll
    void start() throws IOException {
        postgres = startPostgres();
        server = FlowServer.start(
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    /** PostgreSQL does not run as root; its wrapper then uses a user namespace, which not every machine allows. */
    private static EmbeddedPostgres startPostgres() throws IOException {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException | IllegalStateException e) {
            if (!"root".equals(System.getProperty("user.name"))) {
                throw e;
            }
            System.err.println("############ NOT TESTED ON POSTGRESQL: it does not start as root here: " + e);
            return Assumptions.abort("PostgreSQL does not start as root on this machine: " + e);
        }
    }

    @AfterAll
    void stopDatabase() throws IOException {
        if (server != null) {
            server.close();
            postgres.close();
        }
    }
}
