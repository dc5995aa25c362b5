package org.camundaflows.app.observe;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Consumer;
import org.camundaflows.operations.script.ScriptLimits;

/** Counts scripts that exceed a limit: {@code flows.script.limits} by kind. */
public record ScriptMetrics(MeterRegistry registry) implements Consumer<ScriptLimits.Kind> {

    @Override
    public void accept(ScriptLimits.Kind kind) {
        registry.counter("flows.script.limits", "kind", kind.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
