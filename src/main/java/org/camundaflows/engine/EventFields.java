package org.camundaflows.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.jspecify.annotations.Nullable;

/** The value fields of a history event, as serializers see them. */
record EventFields(HistoricVariableUpdateEventEntity event) implements ValueFields {

    @Override
    public String getName() {
        return event.getVariableName();
    }

    @Override
    public @Nullable String getTextValue() {
        return event.getTextValue();
    }

    @Override
    public void setTextValue(@Nullable String text) {
        event.setTextValue(text);
    }

    @Override
    public @Nullable String getTextValue2() {
        return event.getTextValue2();
    }

    @Override
    public void setTextValue2(@Nullable String text) {
        event.setTextValue2(text);
    }

    @Override
    public @Nullable Long getLongValue() {
        return event.getLongValue();
    }

    @Override
    public void setLongValue(@Nullable Long value) {
        event.setLongValue(value);
    }

    @Override
    public @Nullable Double getDoubleValue() {
        return event.getDoubleValue();
    }

    @Override
    public void setDoubleValue(@Nullable Double value) {
        event.setDoubleValue(value);
    }

    @Override
    public byte @Nullable [] getByteArrayValue() {
        return event.getByteValue();
    }

    @Override
    public void setByteArrayValue(byte @Nullable [] bytes) {
        event.setByteValue(bytes);
    }
}
