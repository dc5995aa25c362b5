package org.camundaflows.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.camundaflows.app.settings.OwnApplication;
import org.camundaflows.cli.Cli;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jooq.JooqAutoConfiguration;

/** The server; its {@link #main} is the command line, which serves when no command is given. */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {FlywayAutoConfiguration.class, JooqAutoConfiguration.class})
@OwnApplication
public class CamundaFlows {

    public static void main(String[] args) {
        // on a JDK without the optimizing compiler, scripts are interpreted; that is no news to an operator
        System.getProperties().putIfAbsent("polyglotimpl.AttachLibraryFailureAction", "ignore");
        Cli cli = new Cli(new SpringInstallation(), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        System.exit(cli.run(args));
    }

    /** JSON is UTF-8, whatever the locale says. */
    private static PrintWriter utf8(FileDescriptor output) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(output), StandardCharsets.UTF_8), true);
    }
}
