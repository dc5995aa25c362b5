package org.camundaflows.app.observe;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits in the engine at one moment; NaN when the database does not tell.
 *
 * @param due jobs that wait for a thread, or run
 * @param later timers that are not due yet
 * @param incidents open incidents
 */
record EngineReading(double due, double later, double incidents) {

    private static final Logger LOG = LoggerFactory.getLogger(EngineReading.class);

    static EngineReading of(ProcessEngine engine, Clock clock) {
        try {
            return new EngineReading(
                    engine.getManagementService().createJobQuery().executable().count(),
                    engine.getManagementService()
                            .createJobQuery()
                            .timers()
                            .duedateHigherThan(Date.from(clock.instant()))
                            .count(),
                    engine.getRuntimeService().createIncidentQuery().count());
        } catch (RuntimeException e) {
            LOG.debug("The engine's jobs could not be counted", e);
            return new EngineReading(Double.NaN, Double.NaN, Double.NaN);
        }
    }
}
