package org.camundaflows.engine;

import org.camundaflows.operation.RunLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs and their triggers say, under one logger name. Each message is one entry. */
public enum FlowLog implements RunLog {
    INSTANCE;

    /** Name of the logger. */
    public static final String NAME = "org.camundaflows.run";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    @Override
    public void info(String message) {
        LOG.info("{}", message);
    }

    @Override
    public void warn(String message) {
        LOG.warn("{}", message);
    }

    @Override
    public void error(String message) {
        LOG.error("{}", message);
    }

    @Override
    public void debug(String message) {
        LOG.debug("{}", message);
    }
}
