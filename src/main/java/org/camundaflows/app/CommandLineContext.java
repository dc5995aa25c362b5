package org.camundaflows.app;

import org.camundaflows.app.settings.OwnApplication;
import org.camundaflows.app.settings.SettingsConfiguration;
import org.camundaflows.app.store.StoreConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * The part of the application that commands use: operations and compiler with their settings, without server and engine. The
 * database of the items is opened only by commands that need it. No configuration by annotation, so that the server does not pick it up.
 */
@Import({
    SettingsConfiguration.class,
    OperationsConfiguration.class,
    CompilerConfiguration.class,
    StoreConfiguration.class
})
@EnableConfigurationProperties(DataSourceProperties.class)
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@OwnApplication
public final class CommandLineContext {

    private CommandLineContext() {}
}
