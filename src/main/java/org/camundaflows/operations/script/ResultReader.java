package org.camundaflows.operations.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.ValueBounds;
import org.camundaflows.operation.Rejection;
import org.graalvm.polyglot.Value;

/**
 * Copies one value out of a script, as the structured clone of V8 followed by JSON would (specification: operations,
 * section exec). It reads kinds from the engine and never from members, so that overwritten prototypes, {@code toJSON}
 * and the like do not matter. Getters run; what they throw comes out as a PolyglotException.
 */
final class ResultReader {

    private static final Set<String> NOT_CLONEABLE = Set.of("Promise", "Proxy", "WeakMap", "WeakSet", "WeakRef");

    private final Guest guest;
    private final IntFunction<Rejection> tooLarge;
    private final int size;
    private final Set<Value> ancestors = new HashSet<>();
    private int left;

    /**
     * @param size how many characters of JSON the value may have
     * @param tooLarge what to throw when it has more
     */
    ResultReader(Guest guest, int size, IntFunction<Rejection> tooLarge) {
        this.guest = guest;
        this.size = size;
        this.tooLarge = tooLarge;
        this.left = size;
    }

    /** @throws Rejection if the value cannot leave the script */
    JsonNode read(Value value) {
        if (value.isString()) {
            return text(value.asString());
        }
        spend(1);
        if (value.isNull()) {
            return NullNode.getInstance();
        }
        if (value.isBoolean()) {
            return BooleanNode.valueOf(value.asBoolean());
        }
        if (value.isNumber()) {
            return number(value);
        }
        if (value.isInstant()) {
            return new DateValue(value.asInstant()).toNode();
        }
        if (value.isException()) {
            return error(value);
        }
        return object(value);
    }

    private JsonNode text(String text) {
        spend(text.length() + 2);
        return TextNode.valueOf(text);
    }

    private JsonNode error(Value value) {
        ErrorValue error = guest.error(value);
        spend(error.name().length() + error.message().length());
        return error.toNode();
    }

    private static JsonNode number(Value value) {
        if (kind(value).equals("bigint")) {
            throw typeError("Do not know how to serialize a BigInt");
        }
        if (value.fitsInInt()) {
            return IntNode.valueOf(value.asInt());
        }
        return value.fitsInLong() ? LongNode.valueOf(value.asLong()) : DoubleNode.valueOf(value.asDouble());
    }

    private JsonNode object(Value value) {
        String kind = kind(value);
        if (kind.equals("symbol")) {
            throw typeError("Unsupported type");
        }
        if (value.canExecute()) {
            throw typeError(guest.display(value) + " could not be cloned.");
        }
        if (NOT_CLONEABLE.contains(kind)) {
            throw typeError("#<" + (kind.equals("Proxy") ? "Object" : kind) + "> could not be cloned.");
        }
        if (kind.equals("Date")) {
            return NullNode.getInstance();
        }
        if (!ancestors.add(value)) {
            throw typeError("Converting circular structure to JSON");
        }
        if (ancestors.size() > ValueBounds.READ_DEPTH) {
            throw error("The value is nested deeper than " + ValueBounds.READ_DEPTH + " levels");
        }
        JsonNode copy = guest.isArray(value) ? elements(value) : members(value);
        ancestors.remove(value);
        return copy;
    }

    private ArrayNode elements(Value array) {
        long length = array.getArraySize();
        if (length > left) {
            throw tooLarge.apply(size);
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (long i = 0; i < length && i < array.getArraySize(); i++) {
            copy.add(read(array.getArrayElement(i)));
        }
        return copy;
    }

    private ObjectNode members(Value object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (guest.isView(object)) {
            return indexes(object, copy);
        }
        for (String name : object.getMemberKeys()) {
            spend(name.length() + 3);
            Value member = object.getMember(name);
            copy.set(name, member == null ? NullNode.getInstance() : read(member));
        }
        return copy;
    }

    private ObjectNode indexes(Value view, ObjectNode copy) {
        for (long i = 0; view.hasArrayElements() && i < view.getArraySize(); i++) {
            spend(4);
            copy.set(Long.toString(i), read(view.getArrayElement(i)));
        }
        return copy;
    }

    private void spend(int characters) {
        left -= characters;
        if (left < 0) {
            throw tooLarge.apply(size);
        }
    }

    /** Name of the class, read without calling any code of the script; empty if there is none. */
    private static String kind(Value value) {
        Value meta = value.getMetaObject();
        return meta == null ? "" : meta.getMetaSimpleName();
    }

    private static Rejection typeError(String message) {
        return new Rejection(ErrorValue.plain("TypeError", message));
    }

    private static Rejection error(String message) {
        return new Rejection(ErrorValue.plain("Error", message));
    }
}
