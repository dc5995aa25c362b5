package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.FlowSketch;

/**
 * A place where runs are meant to differ from those of Directus.
 *
 * @param call how the flow is called
 * @param answer what the caller gets
 * @param pointer where to look in the record of the run, or an empty text
 * @param recorded what is there
 */
record Deviation(String name, FlowSketch flow, Call call, JsonNode answer, String pointer, JsonNode recorded) {

    record Call(String method, String query, String body) {}

    static Deviation of(String name, FlowSketch flow) {
        return new Deviation(
                name, flow, new Call("POST", "", "{}"), FlowSketch.parse("null"), "", FlowSketch.parse("null"));
    }

    Deviation body(String body) {
        return new Deviation(name, flow, new Call("POST", "", body), answer, pointer, recorded);
    }

    Deviation query(String query) {
        flow.option("method", "GET");
        return new Deviation(name, flow, new Call("GET", query, ""), answer, pointer, recorded);
    }

    Deviation answers(String json) {
        return new Deviation(name, flow, call, FlowSketch.parse(json), pointer, recorded);
    }

    Deviation records(String place, String json) {
        return new Deviation(name, flow, call, answer, place, FlowSketch.parse(json));
    }

    @Override
    public String toString() {
        return name;
    }
}
