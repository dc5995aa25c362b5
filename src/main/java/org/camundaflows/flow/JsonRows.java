package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The objects of a list, each with its place; one object counts as a list of one. */
record JsonRows(JsonSource source, List<Row> rows) {

    /** Members that show that {@code data} is no envelope. */
    private static final List<String> NOT_WRAPPED = List.of("id", "name", "operations");

    /** @param json a copy, free to be changed */
    record Row(ObjectNode json, Place place) {}

    /** The rows of a document, which may stand inside {@code data}. */
    static JsonRows of(JsonSource source, String what) {
        boolean wrapped = source.json().has("data") && NOT_WRAPPED.stream().noneMatch(source.json()::has);
        return wrapped
                ? of(source, source.json().path("data"), Place.ROOT.member("data"), what)
                : of(source, source.json(), Place.ROOT, what);
    }

    static JsonRows of(JsonSource source, JsonNode list, Place place, String what) {
        if (list instanceof ObjectNode object) {
            return new JsonRows(source, List.of(new Row(object.deepCopy(), place)));
        }
        if (!list.isArray()) {
            throw source.refuse(place, what + " (an object), or an array of them", list);
        }
        List<Row> rows = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof ObjectNode object)) {
                throw source.refuse(place.element(i), what + " (an object)", list.get(i));
            }
            rows.add(new Row(object.deepCopy(), place.element(i)));
        }
        return new JsonRows(source, rows);
    }
}
