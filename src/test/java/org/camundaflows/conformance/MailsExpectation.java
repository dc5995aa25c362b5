package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares mails by the members a case names. How the HTML counts depends on the step that made it: what comes from
 * Markdown is compared as HTML, anything else as text.
 */
final class MailsExpectation {

    private static final Set<String> AS_TEXT = Set.of("wysiwyg", "template");

    private final List<JsonNode> steps;
    private final SavedValues saved;

    /** @param steps options of the mail steps of the case, stored or recorded */
    MailsExpectation(List<JsonNode> steps, SavedValues saved) {
        this.steps = steps;
        this.saved = saved;
    }

    /** Mails of one run leave side by side, hence their order does not count. */
    List<Difference> compare(JsonNode expected, List<JsonNode> mails) {
        return new Pairing("mails", saved, this::compareMail).inAnyOrder(Pairing.Expected.entriesOf(expected), mails);
    }

    private List<Difference> compareMail(JsonNode expected, int index, JsonNode mail, SavedValues names) {
        Place place = Place.root("mails[" + index + "]");
        ObjectNode members = expected.deepCopy();
        members.put("$$open", true);
        JsonNode html = members.path("html");
        List<Difference> differences = new ArrayList<>();
        if (html.isTextual()
                && !html.asText().startsWith("$$")
                && mail.path("html").isTextual()) {
            members.remove("html");
            String wanted = names.insertInto(html.textValue()).asText();
            differences.addAll(compareHtml(wanted, mail, place.member("html"), names, isText(expected)));
        }
        differences.addAll(0, Expectation.compare(members, mail, place, names));
        return differences;
    }

    private static List<Difference> compareHtml(
            String expected, JsonNode mail, Place place, SavedValues names, boolean text) {
        String actual = mail.path("html").textValue();
        if (!text) {
            return HtmlComparison.compare(expected, actual, place);
        }
        return Expectation.compare(trimmed(expected), trimmed(actual), place, names);
    }

    private static JsonNode trimmed(String html) {
        String text = html.endsWith("\n") ? html.substring(0, html.length() - 1) : html;
        return TextNode.valueOf(text);
    }

    /** Whether the step with this subject, or else every mail step, writes its HTML itself. */
    private boolean isText(JsonNode mail) {
        List<JsonNode> same = steps.stream()
                .filter(options -> options.path("subject").equals(mail.path("subject")))
                .toList();
        List<JsonNode> candidates = same.isEmpty() ? steps : same;
        return !candidates.isEmpty()
                && candidates.stream()
                        .allMatch(
                                options -> AS_TEXT.contains(options.path("type").asText()));
    }
}
