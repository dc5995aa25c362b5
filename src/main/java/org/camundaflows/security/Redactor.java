package org.camundaflows.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camundaflows.json.Scope;

/**
 * Hides secrets in what a run leaves behind (specification: audit, sections 4 and 5). The text {@code --redacted--}
 * takes the place of a secret, {@code --redacted:NAME--} that of the value of an environment variable. Values are never
 * changed: results are copies that share what stayed the same, or the very same value. Names of members are kept.
 * Immutable and safe for use by several threads.
 */
public final class Redactor {

    private final Map<String, String> environment;
    private final SecretMembers members;
    private final Redaction paths;

    /**
     * @param environment values of the environment variables that flows may read, by name; they are replaced in this
     *     order, each in the text the one before has left; empty values are ignored
     */
    public Redactor(Map<String, String> environment, RedactionLevel level) {
        this.environment = new LinkedHashMap<>(environment);
        this.environment.values().removeIf(String::isEmpty);
        this.members = new SecretMembers(level);
        this.paths = new Redaction(members, UnaryOperator.identity());
    }

    /** @param env the variables with the types they were given; only texts are secrets */
    public static Redactor forEnvironment(ObjectNode env, RedactionLevel level) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> variable : env.properties()) {
            if (variable.getValue().isTextual()) {
                texts.put(variable.getKey(), variable.getValue().textValue());
            }
        }
        return new Redactor(texts, level);
    }

    /** @param trigger the {@code $trigger} of the run, in clear; its secrets are looked for in the rest of the run */
    public Run forTrigger(JsonNode trigger) {
        return new Run(TriggerSecrets.in(trigger, members));
    }

    /**
     * The data chain as {@code log} steps see it when their options are rendered: secret members hidden, environment
     * values in clear.
     */
    public Scope redactPaths(Scope chain) {
        return name -> redactPaths(name, chain.get(name));
    }

    /** One entry of the data chain as {@code log} steps see it. */
    public JsonNode redactPaths(String name, JsonNode value) {
        return paths.member(SecretMembers.NO_PARENT, name, value);
    }

    private String hideEnvironment(String text) {
        String shown = text;
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            shown = shown.replace(variable.getValue(), "--redacted:" + variable.getKey() + "--");
        }
        return shown;
    }

    /** Redacts what belongs to one run. */
    public final class Run {

        private final Redaction redaction;

        private Run(Set<String> secrets) {
            this.redaction = secrets.isEmpty()
                    ? new Redaction(members, Redactor.this::hideEnvironment)
                    : withSecrets(new SecretFinder(secrets));
        }

        /** A value of the run that is no member of anything, or the data chain as one object. */
        public JsonNode redact(JsonNode value) {
            return redaction.value(SecretMembers.NO_PARENT, value);
        }

        /**
         * An entry of the data chain.
         *
         * @param name the key of the operation or {@code $trigger}, {@code $accountability}, {@code $env}; counts as
         *     the parent of the value's members
         */
        public JsonNode redact(String name, JsonNode value) {
            return redaction.member(SecretMembers.NO_PARENT, name, value);
        }

        /** A text about the run that is none of its values, such as the message of a technical failure. */
        public String redactText(String text) {
            return redaction.text().apply(text);
        }

        private Redaction withSecrets(SecretFinder finder) {
            // secrets first: an environment value inside one would leave its other parts in clear
            return new Redaction(members, text -> hideEnvironment(finder.replace(text, Redaction.TEXT)));
        }
    }
}
