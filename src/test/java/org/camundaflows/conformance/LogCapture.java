package org.camundaflows.conformance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Collects what runs and their triggers say: every message at info or above of their logger. */
final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    static final String LOGGER = "org.camundaflows.run";

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(LOGGER);

    private LogCapture() {}

    /** Call after the application has started: its start sets up logging anew and drops foreign appenders. */
    static LogCapture begin() {
        LogCapture capture = new LogCapture();
        capture.setContext(capture.logger.getLoggerContext());
        capture.attach();
        return capture;
    }

    private void attach() {
        super.start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
            messages.add(event.getFormattedMessage());
        }
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    void clear() {
        messages.clear();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
    }
}
