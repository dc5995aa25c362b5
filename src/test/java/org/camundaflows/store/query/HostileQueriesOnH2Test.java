package org.camundaflows.store.query;

class HostileQueriesOnH2Test extends HostileQueries {

    @Override
    WorldDatabase start() {
        return WorldDatabase.h2();
    }
}
