package org.camundaflows.app;

import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.operation.OperationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Validation and compilation of flows. */
@Configuration(proxyBeanMethods = false)
class CompilerConfiguration {

    @Bean
    FlowCompiler flowCompiler(OperationRegistry operations, FlowsProperties settings) {
        return new FlowCompiler(
                operations,
                new CompileSettings(
                        settings.history().timeToLive(), settings.schedule().zoneOrDefault()));
    }

    @Bean
    FlowValidator flowValidator(OperationRegistry operations, OptionCheck options) {
        return new FlowValidator(operations, options, CronCheck.parsing(CronSchedule::parse));
    }
}
