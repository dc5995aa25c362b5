package org.camundaflows.app;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.camundaflows.cli.Installation;
import org.camundaflows.cli.StartFailedException;
import org.camundaflows.cli.Toolbox;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The application as this class path and configuration make it. */
final class SpringInstallation implements Installation {

    @Override
    public void serve(List<String> arguments) {
        CountDownLatch stopped = new CountDownLatch(1);
        SpringApplication application = new SpringApplication(CamundaFlows.class);
        application.addListeners((ApplicationListener<ContextClosedEvent>) event -> stopped.countDown());
        start(application, arguments.toArray(String[]::new));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Toolbox open() {
        SpringApplication application = new SpringApplication(CommandLineContext.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // As an argument it wins over what is configured for the server.
        return new SpringToolbox(start(application, "--logging.config=classpath:logback-cli.xml"));
    }

    /** Spring Boot tells the reason of a failure before it throws. */
    private static ConfigurableApplicationContext start(SpringApplication application, String... arguments) {
        try {
            return application.run(arguments);
        } catch (RuntimeException e) {
            throw new StartFailedException(e);
        }
    }
}
