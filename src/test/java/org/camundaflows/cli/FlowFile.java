package org.camundaflows.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files with small flows, written for a test. */
record FlowFile(Path path, String id) {

    /** A webhook flow that transforms its body, or rejects when the body's {@code ok} is not true. */
    static FlowFile webhook(Path directory, int number) {
        String id = "f0000000-0000-4000-8000-00000000000" + number;
        return write(
                directory.resolve("webhook" + number + ".json"),
                id,
                """
                {"id": "%1$s", "name": "Webhook %2$d", "status": "active", "trigger": "webhook",
                 "options": {"method": "POST"}, "operation": "%3$s", "operations": [
                  {"id": "%3$s", "key": "check", "name": "Check", "type": "condition", "position_x": 19, "position_y": 1,
                   "options": {"filter": {"$trigger": {"ok": {"_eq": true}}}}, "resolve": "%4$s", "reject": null},
                  {"id": "%4$s", "key": "shape", "name": "Shape", "type": "transform", "position_x": 37, "position_y": 1,
                   "options": {"json": {"said": "{{ $trigger.text }}", "where": "{{ $env.PLACE }}"}},
                   "resolve": null, "reject": null}]}
                """
                        .formatted(id, number, step(id, 1), step(id, 2)));
    }

    /** A flow that calls {@link #called} with each element of the trigger's data. */
    static FlowFile caller(Path directory) {
        String id = "f0000000-0000-4000-8000-000000000011";
        return write(
                directory.resolve("caller.json"),
                id,
                """
                {"id": "%1$s", "name": "Caller", "status": "active", "trigger": "webhook",
                 "options": {"method": "POST"}, "operation": "%2$s", "operations": [
                  {"id": "%2$s", "key": "call", "name": "Call", "type": "trigger", "position_x": 19, "position_y": 1,
                   "options": {"flow": "f0000000-0000-4000-8000-000000000012", "payload": "{{ $trigger }}",
                    "iterationMode": "serial"}, "resolve": null, "reject": null}]}
                """
                        .formatted(id, step(id, 1)));
    }

    static FlowFile called(Path directory) {
        String id = "f0000000-0000-4000-8000-000000000012";
        return write(
                directory.resolve("called.json"),
                id,
                """
                {"id": "%1$s", "name": "Called", "status": "active", "trigger": "operation",
                 "options": {"return": "$last"}, "operation": "%2$s", "operations": [
                  {"id": "%2$s", "key": "echo", "name": "Echo", "type": "transform", "position_x": 19, "position_y": 1,
                   "options": {"json": {"got": "{{ $trigger }}"}}, "resolve": null, "reject": null}]}
                """
                        .formatted(id, step(id, 1)));
    }

    /** A flow whose only operation leads back to itself: it cannot be deployed. */
    static FlowFile cyclic(Path directory) {
        String id = "f0000000-0000-4000-8000-000000000021";
        return write(
                directory.resolve("cyclic.json"),
                id,
                """
                {"id": "%1$s", "name": "Cyclic", "status": "active", "trigger": "webhook",
                 "options": {}, "operation": "%2$s", "operations": [
                  {"id": "%2$s", "key": "log", "name": "Log", "type": "log", "position_x": 19, "position_y": 1,
                   "options": {"message": "again"}, "resolve": "%2$s", "reject": null}]}
                """
                        .formatted(id, step(id, 1)));
    }

    private static String step(String flowId, int number) {
        return flowId.replace("f0000000", "a000000" + number);
    }

    static FlowFile write(Path file, String id, String json) {
        try {
            return new FlowFile(Files.writeString(file, json), id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
