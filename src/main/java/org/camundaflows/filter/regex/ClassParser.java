package org.camundaflows.filter.regex;

import java.util.BitSet;

/** Character classes; the opening bracket is already read. */
final class ClassParser {

    private final PatternText text;
    private final EscapeParser escapes;

    ClassParser(PatternText text, EscapeParser escapes) {
        this.text = text;
        this.escapes = escapes;
    }

    Node parse() {
        boolean negated = text.skip('^');
        BitSet set = new BitSet();
        while (!text.at(']')) {
            BitSet from = member();
            if (text.at('-') && !text.at("-]")) {
                text.next();
                addRange(set, from, member());
            } else {
                set.or(from);
            }
        }
        text.next();
        return new Node.Any(negated ? CharSets.complement(set) : set);
    }

    private void addRange(BitSet set, BitSet from, BitSet to) {
        if (from.cardinality() == 1 && to.cardinality() == 1) {
            int first = from.nextSetBit(0);
            int last = to.nextSetBit(0);
            if (first > last) {
                throw text.invalid("Range out of order in character class");
            }
            set.set(first, last + 1);
        } else {
            // a set at an end of the range: the hyphen stands for itself
            set.or(from);
            set.or(to);
            set.set('-');
        }
    }

    private BitSet member() {
        if (text.atEnd()) {
            throw text.invalid("Unterminated character class");
        }
        char c = text.next();
        if (c != '\\') {
            return CharSets.of(c);
        }
        if (text.atEnd()) {
            throw text.invalid("\\ at end of pattern");
        }
        if (CharSets.isSetEscape(text.peek())) {
            return CharSets.ofEscape(text.next());
        }
        if (text.skip('b')) {
            return CharSets.of('\b');
        }
        return CharSets.of(escapes.character());
    }
}
