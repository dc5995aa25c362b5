package org.camundaflows.conformance;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a compared value one is: a chain of members and elements below a named root.
 *
 * @param parent the place around this one; null for the root
 * @param name member name, index, or name of the root
 * @param element whether this is an entry of an array
 */
record Place(@Nullable Place parent, String name, boolean element) {

    static Place root(String name) {
        return new Place(null, name, false);
    }

    Place member(String member) {
        return new Place(this, member, false);
    }

    Place element(int index) {
        return new Place(this, Integer.toString(index), true);
    }

    boolean insideArray() {
        return element || (parent != null && parent.insideArray());
    }

    /** Whether an object around this place is a member of an object below a member of the same name. */
    boolean belowRepeatedName() {
        Set<String> seen = new HashSet<>();
        Place at = parent;
        while (at != null && at.parent != null) {
            if (!at.element && !seen.add(at.name)) {
                return true;
            }
            at = at.parent;
        }
        return false;
    }

    boolean below(Set<String> names) {
        return (!element && names.contains(name)) || (parent != null && parent.below(names));
    }

    @Override
    public String toString() {
        if (parent == null) {
            return name;
        }
        return element ? parent + "[" + name + "]" : parent + "." + name;
    }
}
