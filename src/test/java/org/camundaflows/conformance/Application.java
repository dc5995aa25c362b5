package org.camundaflows.conformance;

import java.util.Map;

/** The application under test, as far as the runner cannot reach it over its HTTP interface alone. */
interface Application extends AutoCloseable {

    /** Address of its HTTP interface, without a slash at the end. */
    String baseUrl();

    /** Token that makes a caller the administrator. */
    String adminToken();

    /** Replaces the environment variables that flows may see. */
    void setEnvironment(Map<String, String> values);

    /** Runs a deployment of flows with schedules so that none of their timers fires by itself, then or later. */
    void holdTimersDuring(Runnable deployment);

    /** Fires the timer of a flow once; nothing happens when it has none. */
    void fireTimer(String flowId);

    @Override
    void close();
}
