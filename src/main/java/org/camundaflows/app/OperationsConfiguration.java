package org.camundaflows.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.camundaflows.app.observe.ScriptMetrics;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.filter.Filter;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operations.control.ConditionOperation;
import org.camundaflows.operations.control.SleepOperation;
import org.camundaflows.operations.control.ThrowErrorOperation;
import org.camundaflows.operations.control.TriggerOperation;
import org.camundaflows.operations.http.RequestLimits;
import org.camundaflows.operations.http.RequestOperation;
import org.camundaflows.operations.jwt.JsonWebTokenOperation;
import org.camundaflows.operations.log.LogOperation;
import org.camundaflows.operations.mail.MailOperation;
import org.camundaflows.operations.mail.MailSettings;
import org.camundaflows.operations.mail.NotificationMailer;
import org.camundaflows.operations.notify.NotificationMails;
import org.camundaflows.operations.script.ExecOperation;
import org.camundaflows.operations.script.ScriptLimits;
import org.camundaflows.operations.transform.TransformOperation;
import org.camundaflows.security.AddressGuard;
import org.camundaflows.security.DenyList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** The step types of this server. Any further {@link Operation} bean joins them. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    OperationRegistry operationRegistry(List<Operation> operations) {
        return new OperationRegistry(operations);
    }

    @Bean
    OptionCheck optionCheck() {
        return (type, option, value) ->
                type.id().equals("condition") && option.name().equals("filter") ? filterProblems(value) : List.of();
    }

    private static List<OptionCheck.Problem> filterProblems(JsonNode filter) {
        return Filter.problems(filter).stream()
                .map(problem -> new OptionCheck.Problem(problem.path(), problem.message()))
                .toList();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Operation conditionOperation(Clock clock) {
        return new ConditionOperation(clock, ZoneId.systemDefault(), false);
    }

    /** Warms up beside the rest of the start: a first script would wait a second for it. */
    @Bean
    ExecOperation execOperation(FlowsProperties settings, ObjectProvider<MeterRegistry> metrics) {
        ScriptLimits limits = ScriptLimits.defaults()
                .withTimeout(settings.script().timeout())
                .withMemory(settings.script().memory().toBytes());
        MeterRegistry registry = metrics.getIfAvailable();
        return registry == null ? new ExecOperation(limits) : new ExecOperation(limits, new ScriptMetrics(registry));
    }

    @Bean
    ScriptWarmUp scriptWarmUp(ExecOperation exec) {
        return new ScriptWarmUp(exec);
    }

    @Bean
    Operation jsonWebTokenOperation(Clock clock) {
        return new JsonWebTokenOperation(clock);
    }

    @Bean
    Operation logOperation() {
        return new LogOperation();
    }

    @Bean
    Operation mailOperation(ObjectProvider<JavaMailSender> sender, FlowsProperties settings) {
        return new MailOperation(sender.getIfAvailable(), mailThreads(), mailSettings(settings));
    }

    @Bean
    NotificationMails notificationMails(ObjectProvider<JavaMailSender> sender, FlowsProperties settings) {
        return new NotificationMailer(sender.getIfAvailable(), mailThreads(), mailSettings(settings))::send;
    }

    private static Executor mailThreads() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "flow-mail");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static MailSettings mailSettings(FlowsProperties settings) {
        FlowsProperties.Mail mail = settings.mail();
        FlowsProperties.RateLimit limit = mail.rateLimit();
        Path templates = mail.templatesDir().path();
        return new MailSettings(
                mail.from(),
                mail.projectName(),
                mail.projectColor(),
                text(mail.projectLogo()),
                text(settings.publicUrl()),
                templates,
                mail.waitForDelivery(),
                limit.enabled() ? new MailSettings.Limit(limit.points(), limit.duration()) : null);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Bean
    Operation requestOperation(FlowsProperties settings) {
        FlowsProperties.Outbound outbound = settings.outbound();
        DenyList denied = DenyList.parse(String.join(",", outbound.denyList()), outbound.strict());
        return new RequestOperation(new AddressGuard(denied), RequestLimits.DEFAULT);
    }

    @Bean
    Operation sleepOperation() {
        return new SleepOperation();
    }

    @Bean
    Operation throwErrorOperation() {
        return new ThrowErrorOperation();
    }

    @Bean
    Operation transformOperation() {
        return new TransformOperation();
    }

    @Bean
    Operation triggerOperation() {
        return new TriggerOperation();
    }
}
