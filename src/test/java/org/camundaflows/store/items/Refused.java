package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.store.error.ItemException;

/** What the item services refused. */
record Refused(List<ErrorValue> errors) {

    static Refused by(ThrowingCallable work) {
        ItemException refused = catchThrowableOfType(ItemException.class, work);
        assertThat(refused).as("a refusal").isNotNull();
        List<ErrorValue> errors = new ArrayList<>();
        if (refused.value().isArray()) {
            refused.value().forEach(error -> errors.add(error(error)));
        } else {
            errors.add(error(refused.value()));
        }
        return new Refused(errors);
    }

    private static ErrorValue error(JsonNode value) {
        return (ErrorValue) ((POJONode) value).getPojo();
    }

    String code() {
        return errors.get(0).code();
    }

    String message() {
        return errors.get(0).message();
    }

    JsonNode extensions() {
        return errors.get(0).extensions();
    }
}
