package org.camundaflows.conformance;

/** Everything a case runs in: the application and the servers and logs that are watched. */
record Surroundings(Application application, StubServer stub, Mailbox mailbox, LogCapture logs) {}
