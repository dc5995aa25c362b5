package org.camundaflows.app.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camundaflows.app.settings.FlowsProperties;

/** Engine settings that have no property of the starter; each is set only when nothing else has set it. */
final class EnginePreset extends AbstractProcessEnginePlugin {

    private static final String CLEANUP_FROM = "01:00";
    private static final String CLEANUP_TO = "05:00";

    private final FlowsProperties.History history;

    EnginePreset(FlowsProperties.History history) {
        this.history = history;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getHistoryTimeToLive() == null) {
            engine.setHistoryTimeToLive("P" + history.timeToLive().toDays() + "D");
        }
        // With the strategy "end" every run rewrites all its history rows when it ends.
        if (engine.getHistoryRemovalTimeStrategy() == null) {
            engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        }
        if (engine.getHistoryCleanupBatchWindowStartTime() == null) {
            engine.setHistoryCleanupBatchWindowStartTime(CLEANUP_FROM);
            engine.setHistoryCleanupBatchWindowEndTime(CLEANUP_TO);
        }
    }
}
