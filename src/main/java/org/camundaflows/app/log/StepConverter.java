package org.camundaflows.app.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where in a flow a log call was made, for {@code %step}: {@code [flow=… run=… key=…] } from the log context's values of
 * these names; what is not set is left out, all of it outside runs.
 */
public final class StepConverter extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        Map<String, String> context = event.getMDCPropertyMap();
        String step = Stream.of("flow", "run", "key")
                .filter(name -> Objects.nonNull(context.get(name)))
                .map(name -> name + "=" + OneLine.of(context.getOrDefault(name, "")))
                .collect(Collectors.joining(" "));
        return step.isEmpty() ? "" : "[" + step + "] ";
    }
}
