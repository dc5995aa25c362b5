package org.camundaflows.filter;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operators of the filter language, for data in memory and for queries together. */
public enum Operator {
    EQ("_eq"),
    NEQ("_neq"),
    IN("_in"),
    NIN("_nin"),
    LT("_lt"),
    LTE("_lte"),
    GT("_gt"),
    GTE("_gte"),
    BETWEEN("_between"),
    NBETWEEN("_nbetween"),
    NULL("_null"),
    NNULL("_nnull"),
    EMPTY("_empty"),
    NEMPTY("_nempty"),
    CONTAINS("_contains"),
    NCONTAINS("_ncontains"),
    ICONTAINS("_icontains"),
    STARTS_WITH("_starts_with"),
    NSTARTS_WITH("_nstarts_with"),
    ISTARTS_WITH("_istarts_with"),
    NISTARTS_WITH("_nistarts_with"),
    ENDS_WITH("_ends_with"),
    NENDS_WITH("_nends_with"),
    IENDS_WITH("_iends_with"),
    NIENDS_WITH("_niends_with"),
    REGEX("_regex"),
    SUBMITTED("_submitted"),
    JSON("_json"),
    INTERSECTS("_intersects"),
    NINTERSECTS("_nintersects"),
    INTERSECTS_BBOX("_intersects_bbox"),
    NINTERSECTS_BBOX("_nintersects_bbox");

    private static final Map<String, Operator> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operator::key, Function.identity()));

    private final String key;

    Operator(String key) {
        this.key = key;
    }

    /** The operator as filters write it, for example {@code _eq}. */
    public String key() {
        return key;
    }

    /** The type in validation errors: the key without its underscore. */
    String type() {
        return key.substring(1);
    }

    /** Whether the operand is a list of values. */
    public boolean takesList() {
        return this == IN || this == NIN || this == BETWEEN || this == NBETWEEN;
    }

    /** Whether the operator has a meaning for data in memory; elsewhere it is ignored there. */
    public boolean isForPayloads() {
        return compareTo(JSON) < 0;
    }

    public static Optional<Operator> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
