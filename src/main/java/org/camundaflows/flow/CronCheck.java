package org.camundaflows.flow;

import java.util.Optional;
import java.util.function.Consumer;

/** Tells whether a cron expression is valid (specification: triggers, section 4). */
@FunctionalInterface
public interface CronCheck {

    /** What is wrong with the expression, or empty. */
    Optional<String> problem(String cron);

    /** @param parser throws {@link IllegalArgumentException} for an invalid expression */
    static CronCheck parsing(Consumer<String> parser) {
        return cron -> {
            try {
                parser.accept(cron);
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        };
    }
}
