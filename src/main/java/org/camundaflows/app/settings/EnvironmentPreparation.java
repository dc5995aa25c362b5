package org.camundaflows.app.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Prepares the configuration before anything starts: adds the {@code .env} file of the working directory, translates the
 * variables known from Directus into properties, and refuses wrong values. Properties given in Spring's own ways win over
 * translated ones; those win over the defaults in the packaged {@code application.yaml}.
 *
 * <p>Applications that merely have this project on their class path are left alone.
 */
public final class EnvironmentPreparation implements EnvironmentPostProcessor, Ordered {

    /** Ends as Spring Boot expects of sources whose names follow the rules of environment variables. */
    static final String DOT_ENV = "dotenv-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    static final String TRANSLATED = "directusVariables";

    /** Connections beside those of request and job threads: job acquisition, schedules, housekeeping. */
    private static final int SPARE_CONNECTIONS = 8;

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getAllSources().stream().anyMatch(EnvironmentPreparation::isOwn)) {
            prepare(environment, Path.of(".env"));
        }
    }

    private static boolean isOwn(Object source) {
        return source instanceof Class<?> type && type.isAnnotationPresent(OwnApplication.class);
    }

    static void prepare(ConfigurableEnvironment environment, Path dotEnv) {
        addDotEnv(environment.getPropertySources(), dotEnv);
        Variables variables = new Variables(lookup(environment));
        Map<String, Object> translated = new HashMap<>();
        new DirectusVariables(variables).properties().forEach((name, value) -> translated.put(name, literal(value)));
        addAboveDefaults(environment.getPropertySources(), new MapPropertySource(TRANSLATED, translated));
        FlowsProperties settings = validated(environment);
        if (!environment.containsProperty("spring.datasource.url")) {
            new DatabaseVariables(variables)
                    .properties(settings.dataDir().path())
                    .forEach((name, value) -> translated.put(name, literal(value)));
        }
        translated.put("spring.datasource.hikari.maximum-pool-size", poolSize(environment));
    }

    /** Reads variables as they were given: a password may contain what Spring takes for a placeholder. */
    static Variables.Lookup lookup(ConfigurableEnvironment environment) {
        return name -> {
            for (PropertySource<?> source : environment.getPropertySources()) {
                Object value = isAttached(source) ? null : source.getProperty(name);
                if (value != null) {
                    return value.toString();
                }
            }
            return null;
        };
    }

    /** Spring Boot's view of all the other sources; it would resolve placeholders. */
    private static boolean isAttached(PropertySource<?> source) {
        return source.getName().equals("configurationProperties");
    }

    private static void addDotEnv(MutablePropertySources sources, Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            Map<String, Object> values = DotEnv.parse(Files.readString(file, StandardCharsets.UTF_8));
            PropertySource<?> source = new SystemEnvironmentPropertySource(DOT_ENV, values);
            if (sources.contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
                sources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
            } else {
                sources.addFirst(source);
            }
        } catch (IOException e) {
            throw InvalidSetting.of(file.toString(), file.toAbsolutePath(), "a readable text file");
        }
    }

    private static void addAboveDefaults(MutablePropertySources sources, PropertySource<?> translated) {
        for (PropertySource<?> source : sources) {
            if (source.getName().contains("class path resource")) {
                sources.addBefore(source.getName(), translated);
                return;
            }
        }
        sources.addLast(translated);
    }

    private static FlowsProperties validated(ConfigurableEnvironment environment) {
        number(environment, "server.port", 0);
        try {
            return Binder.get(environment).bindOrCreate("flows", FlowsProperties.class);
        } catch (BindException e) {
            throw invalid(e);
        }
    }

    /** One connection for each thread that may want one, so that slow work elsewhere never starves the rest. */
    private static int poolSize(ConfigurableEnvironment environment) {
        return number(environment, "server.tomcat.threads.max", 200)
                + number(environment, "camunda.bpm.job-execution.max-pool-size", 10)
                + SPARE_CONNECTIONS;
    }

    private static int number(ConfigurableEnvironment environment, String name, int unset) {
        try {
            return Binder.get(environment).bind(name, Integer.class).orElse(unset);
        } catch (BindException e) {
            throw invalid(e);
        }
    }

    private static InvalidSetting invalid(BindException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSetting invalid) {
                return invalid;
            }
        }
        ConfigurationProperty property = failure.getProperty();
        String expected = "a value of type "
                + failure.getTarget().getType().resolve(Object.class).getSimpleName();
        String name = failure.getName().toString();
        Object value = property == null ? null : property.getValue();
        return value == null ? InvalidSetting.missing(name, expected) : InvalidSetting.of(name, value, expected);
    }

    private static String literal(String value) {
        return value.replace("${", "\\${");
    }
}
