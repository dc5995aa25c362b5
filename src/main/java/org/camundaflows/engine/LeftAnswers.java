package org.camundaflows.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.camundaflows.json.TaggedJson;

/**
 * What ended runs leave in the database for somebody who waits for them elsewhere: a caller in another node, or a run that
 * had not begun to wait in the database. Each is taken once; the engine's history cleanup removes those that nobody took.
 * Every method is part of the current command.
 */
final class LeftAnswers {

    private static final String PREFIX = "flow-answer-";
    private static final Duration KEPT = Duration.ofDays(1);

    private LeftAnswers() {}

    static void leave(String runId, JsonNode answer, Instant now) {
        byte[] text = TaggedJson.write(answer).getBytes(StandardCharsets.UTF_8);
        ByteArrayEntity row = new ByteArrayEntity(PREFIX + runId, text, ResourceTypes.RUNTIME);
        row.setId(PREFIX + runId);
        row.setRemovalTime(Date.from(now.plus(KEPT)));
        Context.getCommandContext().getByteArrayManager().insertByteArray(row);
    }

    static Optional<JsonNode> take(String runId) {
        ByteArrayEntity row =
                Context.getCommandContext().getDbEntityManager().selectById(ByteArrayEntity.class, PREFIX + runId);
        if (row == null) {
            return Optional.empty();
        }
        Context.getCommandContext().getByteArrayManager().deleteByteArrayById(row.getId());
        try {
            return Optional.of(TaggedJson.read(new String(row.getBytes(), StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer of run " + runId + " is not JSON", e);
        }
    }
}
