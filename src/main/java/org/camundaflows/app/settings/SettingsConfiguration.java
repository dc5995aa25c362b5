package org.camundaflows.app.settings;

import org.camundaflows.engine.FlowEnvironment;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Offers {@link FlowsProperties} and {@link FlowEnvironment} as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowsProperties.class)
public class SettingsConfiguration {

    @Bean
    FlowEnvironment flowEnvironment(FlowsProperties settings, ConfigurableEnvironment environment) {
        return new FlowEnvironment(
                AllowedVariables.read(settings.environment().allowList(), EnvironmentPreparation.lookup(environment)));
    }
}
