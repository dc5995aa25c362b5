package org.camundaflows.json;

import com.fasterxml.jackson.databind.node.POJONode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A date that came out of a script and stays a date in the data chain; JSON shows its ISO text in UTC. */
public record DateValue(Instant instant) {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public String iso() {
        return ISO.format(instant);
    }

    public POJONode toNode() {
        return new POJONode(this);
    }
}
