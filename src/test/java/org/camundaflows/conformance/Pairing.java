package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/** Pairs expected values with observed ones, by position or in whatever order makes all of them match. */
final class Pairing {

    /** Compares one expected value, found at an index of the case, with one observed value. */
    interface Comparison {
        List<Difference> compare(JsonNode expected, int index, JsonNode actual, SavedValues saved);
    }

    /** An expected value and its index in the case. */
    record Expected(JsonNode value, int index) {

        static List<Expected> entriesOf(JsonNode array) {
            List<Expected> entries = new ArrayList<>();
            array.forEach(value -> entries.add(new Expected(value, entries.size())));
            return entries;
        }
    }

    private final String what;
    private final Comparison comparison;
    private final SavedValues saved;

    /** @param what the name of the compared list, for differences in its length */
    Pairing(String what, SavedValues saved, Comparison comparison) {
        this.what = what;
        this.saved = saved;
        this.comparison = comparison;
    }

    List<Difference> inOrder(List<Expected> expected, List<JsonNode> actual) {
        List<Difference> differences = lengths(expected, actual);
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            differences.addAll(compare(expected.get(i), actual.get(i), saved));
        }
        return differences;
    }

    /** @param tie whether two observed values, the first of those left and another, may change places */
    List<Difference> inOrder(List<Expected> expected, List<JsonNode> actual, BiPredicate<JsonNode, JsonNode> tie) {
        return canPair(expected, actual, tie) ? List.of() : inOrder(expected, actual);
    }

    List<Difference> inAnyOrder(List<Expected> expected, List<JsonNode> actual) {
        return canPair(expected, actual, (first, other) -> true)
                ? List.of()
                : inOrder(expected, closest(expected, actual));
    }

    private boolean canPair(List<Expected> expected, List<JsonNode> actual, BiPredicate<JsonNode, JsonNode> tie) {
        return expected.size() == actual.size() && assign(expected, actual, tie, saved);
    }

    private boolean assign(
            List<Expected> expected, List<JsonNode> actual, BiPredicate<JsonNode, JsonNode> tie, SavedValues names) {
        if (expected.isEmpty()) {
            saved.replaceWith(names);
            return true;
        }
        JsonNode first = actual.get(0);
        for (JsonNode candidate : actual) {
            SavedValues attempt = names.copy();
            if ((candidate == first || tie.test(first, candidate))
                    && compare(expected.get(0), candidate, attempt).isEmpty()
                    && assign(expected.subList(1, expected.size()), without(actual, candidate), tie, attempt)) {
                return true;
            }
        }
        return false;
    }

    /** The observed values, reordered so that each expected one meets the one it differs least from. */
    private List<JsonNode> closest(List<Expected> expected, List<JsonNode> actual) {
        List<JsonNode> left = new ArrayList<>(actual);
        List<JsonNode> ordered = new ArrayList<>();
        for (Expected entry : expected) {
            left.stream()
                    .min(Comparator.comparingInt(
                            one -> compare(entry, one, saved.copy()).size()))
                    .ifPresent(best -> {
                        ordered.add(best);
                        left.removeIf(one -> one == best);
                    });
        }
        ordered.addAll(left);
        return ordered;
    }

    private static List<JsonNode> without(List<JsonNode> values, JsonNode removed) {
        return values.stream().filter(value -> value != removed).toList();
    }

    private List<Difference> compare(Expected expected, JsonNode actual, SavedValues names) {
        return comparison.compare(expected.value(), expected.index(), actual, names);
    }

    private List<Difference> lengths(List<Expected> expected, List<JsonNode> actual) {
        List<Difference> differences = new ArrayList<>();
        if (expected.size() != actual.size()) {
            differences.add(new Difference(what, expected.size() + " entries", actual.size() + " entries: " + actual));
        }
        return differences;
    }
}
