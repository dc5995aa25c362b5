package org.camundaflows.store.query;

import java.io.IOException;

class PressReadingOnPostgresTest extends PressReading {

    @Override
    WorldDatabase start() throws IOException {
        return WorldDatabase.postgres();
    }
}
