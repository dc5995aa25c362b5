package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The application under test, as far as the runner cannot reach it over its HTTP interface alone. */
interface Application extends AutoCloseable {

    /** Address of its HTTP interface, without a slash at the end. */
    String baseUrl();

    /** Brings the application into the state of a world, without any flows. */
    void enter(World world);

    /** Token of a user of the world, by the local part of the address; {@code admin} is there in every world. */
    String token(String user);

    /** The items of a collection in the order of their keys, with the fields that are columns. */
    JsonNode items(String collection);

    /** Replaces the environment variables that flows may see. */
    void setEnvironment(Map<String, String> values);

    /** Runs a deployment of flows with schedules so that none of their timers fires by itself, then or later. */
    void holdTimersDuring(Runnable deployment);

    /** Fires the timer of a flow once; nothing happens when it has none. */
    void fireTimer(String flowId);

    @Override
    void close();
}
