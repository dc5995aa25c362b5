package org.camundaflows.app.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** {@code flows.jobs.waiting} by state ({@code due} or {@code later}) and {@code flows.incidents.open}. */
record EngineGauges(Cached<EngineReading> engine) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("flows.jobs.waiting", () -> engine.get().due())
                .description("Jobs of the engine that are due, or timers for later")
                .tag("state", "due")
                .register(registry);
        Gauge.builder("flows.jobs.waiting", () -> engine.get().later())
                .description("Jobs of the engine that are due, or timers for later")
                .tag("state", "later")
                .register(registry);
        Gauge.builder("flows.incidents.open", () -> engine.get().incidents())
                .description("Technical failures that wait for an operator")
                .register(registry);
    }
}
