package org.camundaflows.app;

import org.camundaflows.app.settings.OwnApplication;
import org.camundaflows.app.settings.SettingsConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The part of the application that commands use: operations and compiler with their settings, without server, engine and
 * database. No configuration by annotation, so that the server does not pick it up.
 */
@Import({SettingsConfiguration.class, OperationsConfiguration.class, CompilerConfiguration.class})
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@OwnApplication
public final class CommandLineContext {

    private CommandLineContext() {}
}
