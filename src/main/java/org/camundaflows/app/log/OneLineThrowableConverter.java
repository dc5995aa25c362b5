package org.camundaflows.app.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.regex.Pattern;

/**
 * A stack trace below its log line: messages of exceptions stay on one line each, and every line begins with a tab, so
 * that none can be taken for a log line of its own.
 */
public final class OneLineThrowableConverter extends ThrowableProxyConverter {

    private static final Pattern START_OF_LINE = Pattern.compile("(?m)^(?=[^\\t\\r\\n])");

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return START_OF_LINE
                .matcher(super.throwableProxyToString(new OneLineThrowable(thrown)))
                .replaceAll("\t");
    }
}
