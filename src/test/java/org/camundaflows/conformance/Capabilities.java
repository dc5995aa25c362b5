package org.camundaflows.conformance;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the application offers so far; a case that needs more is skipped.
 *
 * @param worlds names of worlds that can be set up
 * @param fireKinds ways in which a call may come
 * @param observations members of {@code expect} that can be observed
 */
record Capabilities(Set<String> worlds, Set<String> fireKinds, Set<String> observations) {

    static final Capabilities CURRENT = new Capabilities(
            Set.of("blank", "desk", "shop", "shop-rules", "invoice", "agencyos"),
            Set.of("webhook", "manual", "schedule", "items"),
            Set.of("response", "runs", "mails", "requests", "logs", "items"));

    /** What the case needs beyond these capabilities, in words; empty if it can run. */
    Optional<String> missingFor(Case one) {
        if (!worlds.contains(one.world())) {
            return Optional.of("world " + one.world());
        }
        List<Case.Step> steps = one.steps();
        return steps.stream()
                .map(step -> step.fire().path("kind").asText())
                .filter(kind -> !fireKinds.contains(kind))
                .findFirst()
                .map(kind -> "fire kind " + kind)
                .or(() -> steps.stream()
                        .flatMap(step -> unobservable(step).stream())
                        .findFirst());
    }

    private Optional<String> unobservable(Case.Step step) {
        for (Iterator<String> names = step.expect().fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!observations.contains(name)) {
                return Optional.of("observation of " + name);
            }
        }
        return Optional.empty();
    }
}
