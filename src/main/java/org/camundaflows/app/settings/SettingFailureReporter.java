package org.camundaflows.app.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;

/** Says on one line of the error output which setting stopped the start; every other failure is left to Spring Boot. */
@Order(0)
final class SettingFailureReporter implements SpringBootExceptionReporter {

    /** @param context the context that failed; the signature is Spring Boot's */
    SettingFailureReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSetting invalid) {
                System.err.println("camunda-flows cannot start: " + invalid.getMessage());
                return true;
            }
        }
        return false;
    }
}
