package org.camundaflows.operations.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;

/** Keeps the elements and attributes that text needs; scripts, styles, images and handlers go. Thread-safe. */
final class SafeHtml {

    private static final Set<String> ELEMENTS = Set.of(
            ("address article aside footer header h1 h2 h3 h4 h5 h6 hgroup main nav section blockquote dd div dl dt"
                            + " figcaption figure hr li menu ol p pre ul a abbr b bdi bdo br cite code data dfn em i"
                            + " kbd mark q rb rp rt rtc ruby s samp small span strong sub sup time u var wbr caption"
                            + " col colgroup table tbody td tfoot th thead tr")
                    .split(" "));
    private static final Set<String> WITHOUT_CONTENT = Set.of("script", "style", "textarea", "option", "xmp");
    private static final Set<String> LINK_ATTRIBUTES = Set.of("href", "name", "target");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "mailto", "tel");

    String sanitize(String html) {
        HtmlText out = new HtmlText();
        HtmlSanitizer.sanitize(html, new Filter(out));
        return out.toString();
    }

    /** A colon before the first slash, question mark or hash ends a scheme, whatever stands before it. */
    private static boolean isAllowedAddress(String address) {
        String bare = address.replaceAll("[\\x00-\\x20]+", "");
        int end = bare.split("[/?#]", 2)[0].indexOf(':');
        return end < 0 || SCHEMES.contains(bare.substring(0, end).toLowerCase(Locale.ROOT));
    }

    private static final class Filter implements HtmlSanitizer.Policy {

        private final HtmlStreamEventReceiver out;
        private int hidden;

        Filter(HtmlStreamEventReceiver out) {
            this.out = out;
        }

        @Override
        public void openDocument() {
            out.openDocument();
        }

        @Override
        public void closeDocument() {
            out.closeDocument();
        }

        @Override
        public void openTag(String name, List<String> attributes) {
            if (WITHOUT_CONTENT.contains(name)) {
                hidden++;
            } else if (hidden == 0 && ELEMENTS.contains(name)) {
                out.openTag(name, name.equals("a") ? linkAttributes(attributes) : List.of());
            }
        }

        @Override
        public void closeTag(String name) {
            if (WITHOUT_CONTENT.contains(name)) {
                hidden = Math.max(0, hidden - 1);
            } else if (hidden == 0 && ELEMENTS.contains(name)) {
                out.closeTag(name);
            }
        }

        @Override
        public void text(String text) {
            if (hidden == 0) {
                out.text(text);
            }
        }

        private static List<String> linkAttributes(List<String> attributes) {
            List<String> kept = new ArrayList<>();
            for (int i = 0; i + 1 < attributes.size(); i += 2) {
                String name = attributes.get(i);
                String value = attributes.get(i + 1);
                if (LINK_ATTRIBUTES.contains(name)
                        && !value.isEmpty()
                        && (!name.equals("href") || isAllowedAddress(value))) {
                    kept.add(name);
                    kept.add(value);
                }
            }
            return kept;
        }
    }
}
