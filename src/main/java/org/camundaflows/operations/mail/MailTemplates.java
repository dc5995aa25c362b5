package org.camundaflows.operations.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import liqp.TemplateParser;
import liqp.antlr.CharStreamWithLocation;
import liqp.org.antlr.v4.runtime.CharStreams;
import liqp.parser.Flavor;

/** Renders Liquid templates, with the variables of the project and those of the mail. */
final class MailTemplates {

    private static final int MAX_RENDERED = 4 * 1024 * 1024;
    private static final int MAX_ITERATIONS = 100_000;
    private static final int MAX_LAYOUTS = 10;

    private final TemplateFiles files;
    private final Map<String, Object> project;
    private final TemplateParser parser;

    MailTemplates(MailSettings settings) {
        files = new TemplateFiles(settings.templates());
        project = Map.of(
                "projectName", settings.projectName(),
                "projectColor", settings.projectColor(),
                "projectLogo", settings.projectLogo(),
                "projectUrl", settings.projectUrl());
        parser = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withLocale(Locale.ROOT)
                .withTag(new LayoutTag())
                .withBlock(new LayoutBlock())
                .withNameResolver(this::included)
                .withShowExceptionsFromInclude(true)
                .withMaxSizeRenderedString(MAX_RENDERED)
                .withMaxIterations(MAX_ITERATIONS)
                .build();
    }

    /**
     * @param data variables by name; anything but an object counts as none
     * @throws UndeliverableException if there is no such template, or it cannot be rendered
     */
    String render(String name, JsonNode data) throws UndeliverableException {
        Map<String, Object> variables = new HashMap<>(project);
        data.properties().forEach(entry -> variables.put(entry.getKey(), TemplateData.of(entry.getValue())));
        Layout layout = new Layout();
        variables.put(Layout.VARIABLE, layout);
        String html = renderOne(name, variables);
        for (int depth = 0; layout.parent() != null; depth++) {
            if (depth == MAX_LAYOUTS) {
                throw new UndeliverableException(
                        "Template \"" + name + "\" has more than " + MAX_LAYOUTS + " layouts", null);
            }
            String parent = layout.enterParent(html);
            html = renderOne(parent, variables);
        }
        return html;
    }

    private String renderOne(String name, Map<String, Object> variables) throws UndeliverableException {
        try {
            String source = files.read(name)
                    .orElseThrow(() -> new UndeliverableException(
                            InvalidPayload.because("Template \"" + name + "\" doesn't exist"), null));
            return parser.parse(source).render(variables);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UndeliverableException("Template \"" + name + "\" cannot be rendered: " + e.getMessage(), e);
        }
    }

    private CharStreamWithLocation included(String file) throws IOException {
        String name = file.endsWith(TemplateFiles.EXTENSION)
                ? file.substring(0, file.length() - TemplateFiles.EXTENSION.length())
                : file;
        String source = files.read(name).orElseThrow(() -> new NoSuchFileException(file));
        return new CharStreamWithLocation(CharStreams.fromString(source), Path.of(name));
    }
}
