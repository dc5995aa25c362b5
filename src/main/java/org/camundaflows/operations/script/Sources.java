package org.camundaflows.operations.script;

import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Source;

/** The sources of the scripts run lately. The engine keeps the parsed code of a source as long as the source lives. */
final class Sources {

    private static final int MAX_SOURCES = 500;

    /** Larger texts are usually data rendered into code, and differ from run to run. */
    private static final int MAX_LENGTH = 100_000;

    private final Map<String, Source> byCode = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Source> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    Source of(String code) {
        if (code.length() > MAX_LENGTH) {
            return create(code);
        }
        synchronized (byCode) {
            return byCode.computeIfAbsent(code, Sources::create);
        }
    }

    int size() {
        synchronized (byCode) {
            return byCode.size();
        }
    }

    private static Source create(String code) {
        return Source.newBuilder("js", code, "script").buildLiteral();
    }
}
