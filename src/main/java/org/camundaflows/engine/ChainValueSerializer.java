package org.camundaflows.engine;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.type.JsonValueType;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Stores {@link ChainValue}s: short ones in the text column, which spares a row of the byte array table per value, long
 * ones as bytes. The record of the step that made a value may stand in the second text column. Other JSON values of the engine keep their own serializer.
 */
final class ChainValueSerializer extends AbstractTypedValueSerializer<JsonValue> {

    static final String NAME = "camunda-flows-json";

    /** What the engine's text column holds on every database, some of which count bytes. */
    private static final int MAX_TEXT = 4000;

    ChainValueSerializer() {
        super(JsonValueType.JSON);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    protected boolean canWriteValue(@Nullable TypedValue value) {
        return value instanceof ChainValue;
    }

    @Override
    public JsonValue convertToTypedValue(UntypedValueImpl value) {
        throw new IllegalArgumentException("Only chain values are stored in this form");
    }

    @Override
    public void writeValue(JsonValue value, ValueFields fields) {
        write(value.getValueSerialized(), fields);
        fields.setTextValue2(value instanceof ChainValue chain ? chain.record() : null);
    }

    @Override
    public JsonValue readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
        return new ChainValue(read(fields), fields.getTextValue2());
    }

    static void write(String json, ValueFields fields) {
        boolean isShort = isShort(json);
        fields.setTextValue(isShort ? json : null);
        fields.setByteArrayValue(isShort ? null : json.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a text fits into one of the text columns. */
    static boolean isShort(String text) {
        return text.length() <= MAX_TEXT / 3
                || (text.length() <= MAX_TEXT && text.getBytes(StandardCharsets.UTF_8).length <= MAX_TEXT);
    }

    static String read(ValueFields fields) {
        String text = fields.getTextValue();
        if (text != null) {
            return text;
        }
        byte[] bytes = fields.getByteArrayValue();
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }
}
