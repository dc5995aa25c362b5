package org.camundaflows.app.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.json.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The examples on the class path: {@code examples/NAME.json}, bodies in {@code examples/requests/NAME.json}. */
final class ExampleFiles {

    private static final String FLOWS = "classpath:examples/*.json";
    private static final String REQUESTS = "classpath:examples/requests/";

    private final ResourcePatternResolver resources;

    ExampleFiles(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /** All examples, in the order of their ids. */
    List<Example> read() {
        try {
            return Arrays.stream(resources.getResources(FLOWS))
                    .flatMap(this::examples)
                    .sorted(Comparator.comparing(example -> example.flow().id()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Example> examples(Resource file) {
        try {
            JsonNode request = request(resources.getResource(REQUESTS + file.getFilename()));
            return new FlowReader()
                    .read(text(file), file.getFilename()).flows().stream().map(flow -> new Example(flow, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable JsonNode request(Resource file) throws IOException {
        return file.exists() ? Json.parse(text(file)) : null;
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }
}
