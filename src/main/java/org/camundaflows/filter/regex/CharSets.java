package org.camundaflows.filter.regex;

import java.util.BitSet;

/** The predefined sets of UTF-16 code units. */
final class CharSets {

    private static final int ALL = Character.MAX_VALUE + 1;
    private static final String SPACES = "\t\n\u000b\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff";

    private CharSets() {}

    static BitSet digits() {
        BitSet set = new BitSet();
        set.set('0', '9' + 1);
        return set;
    }

    static BitSet word() {
        BitSet set = digits();
        set.set('a', 'z' + 1);
        set.set('A', 'Z' + 1);
        set.set('_');
        return set;
    }

    static BitSet spaces() {
        BitSet set = new BitSet();
        SPACES.chars().forEach(set::set);
        set.set('\u2000', '\u200a' + 1);
        return set;
    }

    static BitSet notLineEnds() {
        BitSet set = new BitSet();
        set.set('\n');
        set.set('\r');
        set.set('\u2028');
        set.set('\u2029');
        return complement(set);
    }

    static BitSet of(char value) {
        BitSet set = new BitSet();
        set.set(value);
        return set;
    }

    static BitSet complement(BitSet set) {
        BitSet rest = (BitSet) set.clone();
        rest.flip(0, ALL);
        return rest;
    }

    /** The set of {@code \d \D \w \W \s \S}. */
    static BitSet ofEscape(char letter) {
        return switch (letter) {
            case 'd' -> digits();
            case 'D' -> complement(digits());
            case 'w' -> word();
            case 'W' -> complement(word());
            case 's' -> spaces();
            case 'S' -> complement(spaces());
            default -> throw new IllegalArgumentException("No set: " + letter);
        };
    }

    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    static boolean isSetEscape(char letter) {
        return "dDwWsS".indexOf(letter) >= 0;
    }
}
