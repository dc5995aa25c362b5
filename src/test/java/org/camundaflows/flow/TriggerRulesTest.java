package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of triggers. */
class TriggerRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "event     | {\"type\": \"filter\", \"scope\": [\"items.create\"], \"collections\": [\"posts\"]}",
                "event     | {\"type\": \"action\", \"scope\": \"auth.login\"}",
                "event     | {\"type\": \"action\", \"scope\": [\"posts.items.create\"], \"return\": \"$all\"}",
                "webhook   | {}",
                "webhook   | {\"method\": \"GET\", \"async\": true, \"return\": \"check.x[0]\", \"cacheEnabled\": false}",
                "webhook   | {\"error_on_reject\": null, \"durability\": \"durable\"}",
                "schedule  | {\"cron\": \"0 8 * * *\"}",
                "operation | {\"return\": \"$last\"}",
                "manual    | {\"collections\": \"posts\", \"requireSelection\": false, \"fields\": [{\"field\": \"a\"}]}",
                "manual    | {\"collections\": [\"posts\"], \"return\": \"a..b\"}"
            })
    void completeTriggersAreFine(String trigger, String options) {
        assertThat(issues(trigger, options)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "event     | {\"scope\": [\"auth.login\"]}                               | option-missing at $.options.type",
                "event     | {\"type\": \"filter\"}                                      | option-missing at $.options.scope",
                "event     | {\"type\": \"hook\", \"scope\": [\"auth.login\"]}           | trigger-choice at $.options.type",
                "event     | {\"type\": \"action\", \"scope\": [\"items.update\"]}       | option-missing at $.options.collections",
                "event     | {\"type\": \"action\", \"scope\": \"a,items.delete\", \"collections\": []} | option-missing at $.options.collections",
                "event     | {\"type\": \"action\", \"scope\": {}}                       | option-type at $.options.scope",
                "webhook   | {\"method\": \"PUT\"}                                       | trigger-choice at $.options.method",
                "webhook   | {\"async\": \"true\"}                                       | option-type at $.options.async",
                "webhook   | {\"return\": \"a..b\"}                                      | return-malformed at $.options.return",
                "webhook   | {\"return\": \"nobody.x\"}                                  | name-unknown at $.options.return",
                "webhook   | {\"durability\": \"quick\"}                                 | trigger-choice at $.options.durability",
                "schedule  | {}                                                          | option-missing at $.options.cron",
                "schedule  | {\"cron\": \"\"}                                            | option-missing at $.options.cron",
                "schedule  | {\"cron\": [1]}                                             | option-type at $.options.cron",
                "schedule  | {\"cron\": \"every day\"}                                   | cron-invalid at $.options.cron",
                "manual    | {\"collections\": []}                                       | option-missing at $.options.collections",
                "manual    | {\"collections\": [\"a\"], \"location\": \"top\"}           | trigger-choice at $.options.location",
                "manual    | {\"collections\": [\"a\"], \"fields\": {}}                  | option-type at $.options.fields"
            })
    void whatKeepsATriggerFromFiringIsAnError(String trigger, String options, String issue) {
        List<FlowIssue> issues = issues(trigger, options);

        assertThat(Validated.codes(issues)).containsExactly(issue);
        assertThat(issues).noneMatch(FlowIssue::blocking);
    }

    @Test
    void optionsOfOtherTriggersAreLeftAlone() {
        assertThat(issues("operation", "{\"cron\": \"never\", \"method\": 5, \"async\": \"?\"}"))
                .isEmpty();
    }

    @Test
    void theParsersWordsAreShown() {
        assertThat(issues("schedule", "{\"cron\": \"* *\"}"))
                .extracting(FlowIssue::message)
                .containsExactly("The cron expression \"* *\" is invalid: five fields wanted");
    }

    private static List<FlowIssue> issues(String trigger, String options) {
        return Installed.validator().validate(Sample.changed(json -> {
            ObjectNode flow = json.put("trigger", trigger);
            flow.set("options", Sample.parse(options));
        }));
    }
}
