package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.camundaflows.operation.Option;

/** Options of operations that offer choices but take other values too (specification: operations). */
final class FurtherChoices {

    private static final Map<String, Pattern> BY_OPTION = Map.of(
            // a role's id
            "permissions", Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
            // any HTTP method
            "method", Pattern.compile("[A-Za-z]+"));

    private FurtherChoices() {}

    /** The option, without its choices when the value is one of the further ones. */
    static Option allowing(JsonNode value, Option option) {
        Pattern further = BY_OPTION.get(option.name());
        boolean allowed = further != null && further.matcher(value.asText()).matches();
        return allowed ? option.withChoices() : option;
    }
}
