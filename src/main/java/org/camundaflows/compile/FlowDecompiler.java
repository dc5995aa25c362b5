package org.camundaflows.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.camundaflows.flow.Flow;
import org.camundaflows.operation.OperationRegistry;

/**
 * Turns BPMN back into flows: the inverse of {@link FlowCompiler}, also after a person has worked on the diagram. Tasks
 * drawn by hand become operations, with ids made from those of process and task. Where shapes stand as the compiler drew
 * them, operations keep the positions their author gave them; moved ones follow their shapes.
 *
 * <p>What only a drawing shows is left out: names of events and sequence flows, annotations, lanes, documentation.
 */
public final class FlowDecompiler {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?\\s*<\\?xml\\b[^>]*\\?>");

    private final OperationFields fields;

    public FlowDecompiler(OperationRegistry operations) {
        this.fields = new OperationFields(operations);
    }

    /**
     * @param bpmn a BPMN 2.0 document; the encoding it declares does not count
     * @return a flow for each process
     * @throws DecompileException if the text is no BPMN or goes beyond flows
     */
    public List<Flow> decompile(String bpmn) {
        if (bpmn.length() > LARGEST) {
            throw tooLarge();
        }
        String document = DECLARATION.matcher(bpmn).replaceFirst("");
        return decompile(document.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param bpmn a BPMN 2.0 document; is not closed
     * @return a flow for each process
     * @throws DecompileException if the content is no BPMN or goes beyond flows
     */
    public List<Flow> decompile(InputStream bpmn) {
        try {
            byte[] document = bpmn.readNBytes(LARGEST + 1);
            if (document.length > LARGEST) {
                throw tooLarge();
            }
            return decompile(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Flow> decompile(byte[] document) {
        BpmnElement definitions = new BpmnElement(read(document).getDocument().getRootElement());
        for (BpmnElement collaboration : definitions.children("collaboration")) {
            for (BpmnElement message : collaboration.children("messageFlow")) {
                throw message.refuse("cannot be part of a flow.");
            }
        }
        DrawnShapes shapes = DrawnShapes.of(definitions);
        List<BpmnElement> processes = definitions.children("process");
        if (processes.isEmpty()) {
            throw new DecompileException(null, "The document has no process");
        }
        return processes.stream()
                .map(process -> new ProcessReader(fields, definitions, process, shapes).flow())
                .toList();
    }

    private static BpmnModelInstance read(byte[] document) {
        try {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(document));
        } catch (ModelException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            DecompileException refused =
                    new DecompileException(null, "The document is no BPMN 2.0 XML: " + cause.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }

    private static DecompileException tooLarge() {
        return new DecompileException(null, "The document is larger than " + LARGEST / 1024 / 1024 + " MB");
    }
}
