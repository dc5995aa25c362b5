package org.camundaflows.app.log;

import ch.qos.logback.classic.pattern.MDCConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Values of the log context as one line, for {@code %X} and {@code %mdc}. */
public final class OneLineMdcConverter extends MDCConverter {

    @Override
    public String convert(ILoggingEvent event) {
        String value = super.convert(event);
        return value == null ? "" : OneLine.of(value);
    }
}
