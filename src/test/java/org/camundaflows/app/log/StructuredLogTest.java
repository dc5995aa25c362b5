package org.camundaflows.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** The shipped configuration with {@code logging.structured.format.console}. */
class StructuredLogTest {

    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        context.stop();
    }

    private Logger logger(String format) throws Exception {
        context.setMDCAdapter(mdc);
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        context.putProperty("CONSOLE_LOG_STRUCTURED_FORMAT", format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(StructuredLogTest.class.getResource("/logback-spring.xml"));
        ((OutputStreamAppender<ILoggingEvent>)
                        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE"))
                .setOutputStream(console);
        return context.getLogger("org.camundaflows.run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void anEntryIsOneObjectWithFlowRunAndKey(String format) throws Exception {
        Logger logger = logger(format);
        mdc.put("flow", "orders");
        mdc.put("run", "r-1");
        mdc.put("key", "send\n}");

        logger.warn("two\nlines \u2028 \u001B[31m", new IllegalStateException("a\nb"));

        List<String> lines = console.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(1);
        JsonNode entry = Json.parse(lines.get(0));
        assertThat(member(entry, "flow")).isEqualTo("orders");
        assertThat(member(entry, "run")).isEqualTo("r-1");
        assertThat(member(entry, "key")).isEqualTo("send\n}");
        assertThat(entry.toString()).contains("two\\nlines", "IllegalStateException");
    }

    private static String member(JsonNode entry, String name) {
        return entry.has(name)
                ? entry.path(name).asText()
                : entry.path("_" + name).asText();
    }
}
