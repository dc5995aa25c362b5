package org.camundaflows.rest;

import org.junit.jupiter.api.BeforeAll;

class WebhooksOnH2Test extends Webhooks {

    @BeforeAll
    void start() {
        server = FlowServer.shared();
    }
}
