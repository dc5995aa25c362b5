package org.camundaflows.operations.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/** Makes fresh contexts that reach nothing outside themselves; they share one engine and its parsed code. */
final class Sandbox implements AutoCloseable {

    private static final String LANGUAGE = "js";

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("js.load", "false"),
            Map.entry("js.print", "false"),
            Map.entry("js.console", "false"),
            Map.entry("js.graal-builtin", "false"),
            Map.entry("js.polyglot-builtin", "false"),
            Map.entry("js.java-package-globals", "false"),
            Map.entry("js.global-arguments", "false"),
            Map.entry("js.shared-array-buffer", "false"),
            Map.entry("js.atomics", "false"),
            Map.entry("js.v8-compat", "true"));

    private final Engine engine;
    private final Source bootstrap;
    private final ScriptLimits limits;

    Sandbox(ScriptLimits limits) {
        this.limits = limits;
        this.bootstrap = bootstrap();
        this.engine = Engine.newBuilder(LANGUAGE)
                .option("engine.WarnInterpreterOnly", "false")
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .in(InputStream.nullInputStream())
                .build();
    }

    /** The script that prepares a new context. */
    Source bootstrapSource() {
        return bootstrap;
    }

    Context newContext() {
        Context.Builder context = Context.newBuilder(LANGUAGE)
                .engine(engine)
                .allowHostAccess(HostAccess.NONE)
                .allowHostClassLookup(null)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowIO(IOAccess.NONE)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowNativeAccess(false)
                .allowExperimentalOptions(true)
                .options(OPTIONS)
                .option("js.string-length-limit", Integer.toString(limits.valueLength()))
                .option("js.max-typed-array-length", Integer.toString(limits.valueLength()))
                .option("sandbox.MaxStackFrames", Integer.toString(limits.stackFrames()));
        if (limits.statements() > 0) {
            context.option("sandbox.MaxStatements", Long.toString(limits.statements()));
        }
        return context.build();
    }

    @Override
    public void close() {
        engine.close(true);
    }

    private static Source bootstrap() {
        try (InputStream text = Objects.requireNonNull(Sandbox.class.getResourceAsStream("bootstrap.js"))) {
            String code = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return Source.newBuilder(LANGUAGE, code, "bootstrap").internal(true).buildLiteral();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
