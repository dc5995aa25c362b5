package org.camundaflows.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import org.camundaflows.json.Json;
import org.camundaflows.json.PathException;
import org.camundaflows.json.Scope;

class TemplateFuzzTest {

    private static final Scope SCOPE =
            Scope.of(JsonNodeFactory.instance.objectNode().put("a", "{{a}}"));

    @FuzzTest(maxDuration = "15m")
    void anyTextIsRenderedOrRefused(byte[] input) {
        Template template = Template.compile(TextNode.valueOf(new String(input, StandardCharsets.UTF_8)));
        try {
            JsonNode rendered = template.render(SCOPE);
            assertThat(Json.write(rendered)).isNotEmpty();
            assertThat(template.faults()).isEmpty();
        } catch (PathException e) {
            assertThat(template.faults()).isNotEmpty();
        }
    }
}
