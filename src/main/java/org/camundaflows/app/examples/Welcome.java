package org.camundaflows.app.examples;

import java.io.PrintStream;
import java.util.List;
import org.camundaflows.json.Json;

/** Says where the server can be reached, and how to try it. */
record Welcome(String address, String webApplications, List<Example> examples) {

    void print(PrintStream console) {
        console.println("camunda-flows is ready");
        console.println("  address   " + address);
        console.println("  Cockpit   " + address + webApplications + "/app/cockpit/");
        List<Example> webhooks = examples.stream().filter(Example::isWebhook).toList();
        if (!webhooks.isEmpty()) {
            console.println("  examples, to be pasted into a shell:");
            webhooks.forEach(
                    example -> console.println("    # " + example.flow().name() + "\n    " + curl(example)));
        }
        console.flush();
    }

    private String curl(Example example) {
        String url = address + "/flows/trigger/" + example.flow().id();
        return example.request() == null
                ? "curl -s " + url
                : "curl -s " + url + " -H 'Content-Type: application/json' -d " + quoted(Json.write(example.request()));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
