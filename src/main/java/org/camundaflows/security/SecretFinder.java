package org.camundaflows.security;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds any number of secrets in a text in one pass (Aho and Corasick), in time that depends on the length of the text
 * alone: whoever sends a trigger chooses its secrets, and must not be able to make a search slow with them.
 */
final class SecretFinder {

    /** Secrets beyond this many characters in total are found only where they are a whole text. */
    private static final int MAX_INDEXED = 64 * 1024;

    private final Set<String> secrets;
    private final Node root = new Node();
    private int shortest = Integer.MAX_VALUE;

    /** @param secrets must not contain the empty string */
    SecretFinder(Collection<String> secrets) {
        this.secrets = Set.copyOf(secrets);
        int indexed = 0;
        for (String secret : secrets) {
            indexed += secret.length();
            if (indexed <= MAX_INDEXED) {
                add(secret);
            }
        }
        linkFallbacks();
    }

    /** The text with the replacement in place of each run of characters that belongs to a secret. */
    String replace(String text, String replacement) {
        if (secrets.contains(text)) {
            return replacement;
        }
        BitSet found = text.length() < shortest ? null : find(text);
        return found == null ? text : replace(text, found, replacement);
    }

    private @Nullable BitSet find(String text) {
        BitSet found = null;
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            node = node.step(text.charAt(i));
            if (node.match > 0) {
                found = found == null ? new BitSet(text.length()) : found;
                found.set(i + 1 - node.match, i + 1);
            }
        }
        return found;
    }

    private static String replace(String text, BitSet found, String replacement) {
        StringBuilder result = new StringBuilder(text.length());
        int position = 0;
        for (int start = found.nextSetBit(0); start >= 0; start = found.nextSetBit(position)) {
            result.append(text, position, start).append(replacement);
            position = found.nextClearBit(start);
        }
        return result.append(text, position, text.length()).toString();
    }

    private void add(String secret) {
        Node node = root;
        for (int i = 0; i < secret.length(); i++) {
            node = node.next.computeIfAbsent(secret.charAt(i), c -> new Node());
        }
        node.match = secret.length();
        shortest = Math.min(shortest, secret.length());
    }

    private void linkFallbacks() {
        Queue<Node> queue = new ArrayDeque<>();
        queue.add(root);
        for (Node node = queue.poll(); node != null; node = queue.poll()) {
            for (Map.Entry<Character, Node> edge : node.next.entrySet()) {
                Node child = edge.getValue();
                Node fallback = node.fallback == null ? root : node.fallback.step(edge.getKey());
                child.fallback = fallback;
                child.match = Math.max(child.match, fallback.match);
                queue.add(child);
            }
        }
    }

    /** What has been read of one or more secrets. */
    private static final class Node {

        private final Map<Character, Node> next = new HashMap<>(2);
        /** The longest end of what has been read that begins a secret as well; null at the root. */
        private @Nullable Node fallback;
        /** Length of the longest secret that ends here, or 0. */
        private int match;

        Node step(char c) {
            Node from = this;
            Node to = from.next.get(c);
            while (to == null && from.fallback != null) {
                from = from.fallback;
                to = from.next.get(c);
            }
            return to == null ? from : to;
        }
    }
}
