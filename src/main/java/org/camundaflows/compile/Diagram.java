package org.camundaflows.compile;

import java.util.List;
import java.util.Map;

/**
 * Where the elements of a process stand, in pixels.
 *
 * @param shapes bounds of start event, tasks, boundary events and end events by element id
 * @param labels bounds of the outside labels of events, by element id; only of elements that have one
 * @param edges way points of sequence flows by element id: at least two, each step horizontal or vertical
 */
record Diagram(Map<String, Bounds> shapes, Map<String, Bounds> labels, Map<String, List<Point>> edges) {

    record Bounds(double x, double y, double width, double height) {}

    record Point(double x, double y) {}
}
