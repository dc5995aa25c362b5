package org.camundaflows.app.examples;

import java.net.InetAddress;
import java.util.List;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.authoring.FlowStore;
import org.camundaflows.engine.FlowRuns;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.mail.javamail.JavaMailSender;

/** What happens once the server is ready. */
@Configuration(proxyBeanMethods = false)
class ExamplesConfiguration {

    @Bean
    ApplicationListener<ApplicationReadyEvent> welcome(
            FlowRuns runs,
            FlowStore store,
            FlowsProperties settings,
            ServerProperties server,
            ObjectProvider<JavaMailSender> mail,
            ResourcePatternResolver resources,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webApplications) {
        return ready -> {
            List<Example> examples =
                    settings.examples() ? installable(resources, mail.getIfAvailable() != null) : List.of();
            new ExampleInstaller(runs, store).install(examples);
            if (ready.getApplicationContext() instanceof WebServerApplicationContext web) {
                new Welcome(address(settings, server, web.getWebServer().getPort()), webApplications, examples)
                        .print(System.out);
            }
        };
    }

    private static List<Example> installable(ResourcePatternResolver resources, boolean mail) {
        return new ExampleFiles(resources)
                .read().stream().filter(example -> mail || !example.sendsMail()).toList();
    }

    private static String address(FlowsProperties settings, ServerProperties server, int port) {
        if (settings.publicUrl() != null) {
            return settings.publicUrl().toString();
        }
        boolean secure = server.getSsl() != null && server.getSsl().isEnabled();
        return (secure ? "https://" : "http://") + host(server.getAddress()) + ":" + port;
    }

    private static String host(@Nullable InetAddress bound) {
        if (bound == null || bound.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String address = bound.getHostAddress();
        return address.contains(":") ? "[" + address + "]" : address;
    }
}
