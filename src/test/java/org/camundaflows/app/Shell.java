package org.camundaflows.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.camundaflows.cli.Cli;
import org.camundaflows.cli.Installation;
import org.camundaflows.json.Json;

/** A command that was run with the real application around it. */
public record Shell(int exitCode, String out, String err) {

    public static Shell run(String... arguments) {
        return run(new SpringInstallation(), arguments);
    }

    public static Shell run(Installation installation, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new Cli(installation, new PrintWriter(out), new PrintWriter(err)).run(arguments);
        return new Shell(exitCode, out.toString(), err.toString());
    }

    /** The standard output, which must be one JSON value and nothing else. */
    public JsonNode json() {
        try {
            return Json.parse(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + out, e);
        }
    }
}
