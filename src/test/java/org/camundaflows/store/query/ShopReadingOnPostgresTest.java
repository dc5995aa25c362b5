package org.camundaflows.store.query;

import java.io.IOException;

class ShopReadingOnPostgresTest extends ShopReading {

    @Override
    WorldDatabase start() throws IOException {
        return WorldDatabase.postgres();
    }
}
