package org.camundaflows.store.query;

class ShopReadingOnH2Test extends ShopReading {

    @Override
    WorldDatabase start() {
        return WorldDatabase.h2();
    }
}
