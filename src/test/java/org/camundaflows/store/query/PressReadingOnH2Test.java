package org.camundaflows.store.query;

class PressReadingOnH2Test extends PressReading {

    @Override
    WorldDatabase start() {
        return WorldDatabase.h2();
    }
}
