package org.camundaflows.store.query;

import java.io.IOException;

class HostileQueriesOnPostgresTest extends HostileQueries {

    @Override
    WorldDatabase start() throws IOException {
        return WorldDatabase.postgres();
    }
}
