package org.camundaflows.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {

    private static final String START =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ (INFO |ERROR) org.camundaflows.Test +";

    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        context.stop();
    }

    /** A logger set up by the configuration file that the application ships. */
    private Logger logger(Map<String, String> properties) throws Exception {
        context.setMDCAdapter(mdc);
        properties.forEach(context::putProperty);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(resource("/logback-spring.xml"));
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .noneMatch(status -> status.getLevel() >= Status.WARN);
        ((OutputStreamAppender<ILoggingEvent>) root().getAppender("CONSOLE")).setOutputStream(console);
        return context.getLogger("org.camundaflows.Test");
    }

    private Logger root() {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(LogLineTest.class.getResource(name));
    }

    private List<String> lines() {
        return console.toString(UTF_8).lines().toList();
    }

    @Test
    void aLineNamesFlowRunAndKey() throws Exception {
        Logger logger = logger(Map.of());
        mdc.put("flow", "orders");
        mdc.put("run", "r-1");
        mdc.put("key", "send");

        logger.info("sent {} of {}", 1, 2);

        assertThat(lines()).singleElement().asString().matches(START + "\\[flow=orders run=r-1 key=send] sent 1 of 2");
    }

    @Test
    void outsideARunALineHasOnlyItsMessage() throws Exception {
        logger(Map.of()).info("Grüße 🎉 \\ path");

        assertThat(lines()).singleElement().asString().matches(START + "Grüße 🎉 \\\\ path");
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments("a\nINFO forged", "a\\nINFO forged"),
                arguments("a\r\nb\n", "a\\r\\nb\\n"),
                arguments("a\tb", "a\\tb"),
                arguments("\u001B[31mred\u001B[0m", "\\u001b[31mred\\u001b[0m"),
                arguments("a\u009B2Jb", "a\\u009b2Jb"),
                arguments("a\u0000b\u0008c\u007Fd", "a\\u0000b\\u0008c\\u007fd"),
                arguments("a\u0085b\u2028c\u2029d", "a\\u0085b\\u2028c\\u2029d"),
                arguments("a\u202Eb\u2066c", "a\\u202eb\\u2066c"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageCannotLeaveItsLine(String message, String shown) throws Exception {
        logger(Map.of()).info("{}", message);

        assertThat(console.toString(UTF_8)).endsWith(" " + shown + System.lineSeparator());
        assertThat(lines()).hasSize(1);
    }

    @Test
    void valuesOfTheContextCannotLeaveTheLine() throws Exception {
        Logger logger = logger(Map.of());
        mdc.put("key", "a\n2026-01-01 forged");

        logger.info("x");

        assertThat(lines()).singleElement().asString().endsWith("[key=a\\n2026-01-01 forged] x");
    }

    @Test
    void linesOfAStackTraceAreIndentedAndMessagesOfExceptionsStayOnOne() throws Exception {
        Exception thrown = new IllegalStateException("a\nINFO forged", new RuntimeException("c\r\nINFO forged too"));
        thrown.addSuppressed(new RuntimeException("s\nINFO forged three"));

        logger(Map.of()).error("failed", thrown);

        assertThat(lines().get(0)).matches(START + "failed");
        assertThat(lines().subList(1, lines().size())).isNotEmpty().allMatch(line -> line.startsWith("\t"));
        assertThat(lines())
                .contains(
                        "\tjava.lang.IllegalStateException: a\\nINFO forged",
                        "\tCaused by: java.lang.RuntimeException: c\\r\\nINFO forged too",
                        "\tSuppressed: java.lang.RuntimeException: s\\nINFO forged three")
                .anyMatch(line -> line.startsWith("\tat " + LogLineTest.class.getName()));
    }

    @Test
    void exceptionsWithoutMessageAndThatCauseThemselvesAreShown() throws Exception {
        Exception outer = new IllegalStateException();
        outer.initCause(new RuntimeException("inner", outer));

        logger(Map.of()).error("failed", outer);

        assertThat(lines()).contains("\tjava.lang.IllegalStateException");
        assertThat(lines().stream().skip(1)).allMatch(line -> line.startsWith("\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%msg %mdc{key}%n%wEx", "%message %X{key}%n%xEx", "%m %X%n%throwable"})
    void patternsFromOutsideAreProtectedToo(String pattern) throws Exception {
        Logger logger = logger(Map.of("CONSOLE_LOG_PATTERN", pattern));
        mdc.put("key", "k\nforged");

        logger.error("a\nforged", new RuntimeException("e\nforged"));

        assertThat(lines()).isNotEmpty().noneMatch(line -> line.startsWith("forged"));
        assertThat(lines().get(0)).contains("a\\nforged", "k\\nforged");
    }

    @Test
    void aFileIsWrittenWhenOneIsNamed() throws Exception {
        Path file = folder.resolve("app.log");

        logger(Map.of("LOG_FILE", file.toString())).info("a\nb");

        assertThat(Files.readAllLines(file)).singleElement().asString().matches(START + "a\\\\nb");
    }

    @Test
    void noFileIsWrittenOtherwise() throws Exception {
        logger(Map.of());

        assertThat(root().getAppender("FILE")).isNull();
        assertThat(root().getAppender("CONSOLE")).isNotNull();
    }
}
