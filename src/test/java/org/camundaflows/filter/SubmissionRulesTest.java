package org.camundaflows.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.ZoneOffset;
import java.util.List;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;

class SubmissionRulesTest {

    private final PayloadValidator validator =
            new PayloadValidator(PayloadValidator.Settings.SUBMISSION, Filters.CLOCK, ZoneOffset.UTC);

    @Test
    void missingFieldsAreSkipped() {
        assertThat(errors("{'a':{'_eq':1},'b':{'c':{'_gt':1}},'d':{}}", "{}")).isEmpty();
    }

    @Test
    void submittedDemandsTheField() {
        assertThat(errors("{'a':{'_submitted':true}}", "{}"))
                .extracting(ErrorValue::message)
                .containsExactly("Validation failed for field \"a\". Value is required.");
    }

    @Test
    void presentFieldsAreValidatedEvenWhenNull() {
        assertThat(errors("{'a':{'_starts_with':'x'}}", "{'a':null}"))
                .extracting(ErrorValue::message)
                .containsExactly("Validation failed for field \"a\". Value is required.");
    }

    @Test
    void anEmptyFilterRestrictsNothing() {
        assertThat(errors("{}", "{'a':1}")).isEmpty();
        assertThat(errors("{'a':null}", "{'a':1}")).isEmpty();
    }

    @Test
    void textsOfTrueFalseAndNullAreTheseValues() {
        assertThat(errors(
                        "{'a':{'_eq':'true'},'b':{'_in':'false,x'},'c':{'_eq':'NULL'}}",
                        "{'a':true,'b':false,'c':null}"))
                .isEmpty();
        assertThat(errors("{'a':{'_eq':'true'}}", "{'a':'true'}")).hasSize(1);
    }

    @Test
    void rulesAboutRelatedItemsAreIgnored() {
        assertThat(errors("{'a':{'_some':{'b':1}},'c':{'_none':{'d':1}}}", "{'a':[]}"))
                .isEmpty();
    }

    @Test
    void errorsOfNestedItemsNameTheRelation() {
        var filter = Filter.parse(
                Filters.json("{'resolve':{'_nnull':true}}"),
                Filters.variables(NullNode.getInstance()),
                Filter.Use.RULES);
        var errors = validator.validate(filter, Filters.json("{'resolve':null}"), List.of("operations"));
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.message())
                    .isEqualTo("Validation failed for field \"resolve\" at \"operations\". Value can't be null.");
            assertThat(Json.write(error.json().at("/extensions/path"))).isEqualTo("[\"operations\"]");
        });
    }

    private List<ErrorValue> errors(String filter, String payload) {
        var parsed = Filter.parse(Filters.json(filter), Filters.variables(NullNode.getInstance()), Filter.Use.RULES);
        return validator.validate(parsed, Filters.json(payload));
    }
}
