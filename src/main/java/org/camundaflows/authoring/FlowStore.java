package org.camundaflows.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.flow.FlowLayout;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.sql.Database;
import org.camundaflows.store.sql.TableMarks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows of the database. What is deployed follows what is stored: a change of the rows, by whatever means, is brought
 * to the engine; a flow whose rows go is withdrawn, and its runs finish.
 */
public final class FlowStore {

    private static final Logger LOG = LoggerFactory.getLogger(FlowStore.class);

    private final FlowRows rows;
    private final Database database;
    private final FlowDeployments deployments;
    private final Predicate<Flow> ours;
    private final FlowSync sync;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** @param ours whether a flow is run here; others are stored, and run by the system that shares the database */
    public FlowStore(Items items, Database database, FlowDeployments deployments, Predicate<Flow> ours) {
        this.rows = new FlowRows(items);
        this.database = database;
        this.deployments = deployments;
        this.ours = ours;
        TableMarks marks = new TableMarks(database, FlowRows.FLOWS, FlowRows.OPERATIONS);
        this.sync = new FlowSync(rows, marks, deployments, ours);
    }

    /**
     * Stores flows, each in place of what had its id, and deploys them. One that is refused leaves what was there, and does
     * not hinder the others. One that another system runs is stored, and has no process definition.
     *
     * @return what became of each, in their order
     */
    public List<FlowDeployments.Deployed> save(List<Flow> flows, Session session) {
        IdentityHashMap<Flow, FlowDeployments.Deployed> refused = new IdentityHashMap<>();
        Map<String, FlowDeployments.Deployed> changed =
                sync.during(() -> database.inTransaction(() -> write(flows, session, refused)));
        Map<String, Flow> stored = rows.find(ids(flows));
        return flows.stream()
                .map(flow -> Optional.ofNullable(refused.get(flow))
                        .or(() -> Optional.ofNullable(changed.get(flow.id())))
                        .orElseGet(() -> unchanged(stored.getOrDefault(flow.id(), flow))))
                .toList();
    }

    private static Set<String> ids(List<Flow> flows) {
        return flows.stream().map(Flow::id).collect(Collectors.toSet());
    }

    private boolean write(List<Flow> flows, Session session, IdentityHashMap<Flow, FlowDeployments.Deployed> refused) {
        Map<String, Flow> stored = new HashMap<>(rows.find(ids(flows)));
        for (Flow flow : flows) {
            refusal(flow, stored, session).ifPresent(refusal -> refused.put(flow, refusal));
        }
        return refused.isEmpty();
    }

    private FlowDeployments.Deployed unchanged(Flow flow) {
        return ours.test(flow)
                ? deployments.deployStored(List.of(flow)).get(0)
                : new FlowDeployments.Deployed(flow, null, 0, false, List.of(runElsewhere(flow)));
    }

    /** @param stored by their ids; what is written is added */
    private Optional<FlowDeployments.Deployed> refusal(Flow given, Map<String, Flow> stored, Session session) {
        Optional<FlowDeployments.Deployed> refused = deployments.check(given);
        if (refused.isPresent()) {
            return refused;
        }
        Flow flow = FlowLayout.needed(given) ? FlowLayout.arranged(given) : given;
        Flow before = stored.get(flow.id());
        if (before != null && StoredContent.holds(before, flow)) {
            return Optional.empty();
        }
        try {
            database.inTransaction(() -> {
                rows.write(flow, before, session);
                return flow;
            });
            stored.put(flow.id(), flow);
            return Optional.empty();
        } catch (ItemException e) {
            return Optional.of(FlowDeployments.Deployed.refused(given, List.of(issue(given, e))));
        }
    }

    private static FlowIssue runElsewhere(Flow flow) {
        return new FlowIssue(
                "run-elsewhere",
                FlowIssue.Severity.WARNING,
                false,
                flow.id(),
                flow.name(),
                null,
                null,
                "$.trigger",
                "The flow is stored, and not run here: its trigger is left to the system that shares the database.",
                "a trigger that flows.items.triggers names",
                "To run it here, add its trigger to the setting.");
    }

    private static FlowIssue issue(Flow flow, ItemException refusal) {
        return new FlowIssue(
                "not-storable",
                FlowIssue.Severity.ERROR,
                true,
                flow.id(),
                flow.name(),
                null,
                null,
                "$",
                "The flow cannot be stored: " + message(refusal.value()),
                "rows that the tables of flows and operations take",
                "Correct what the message names.");
    }

    private static String message(JsonNode refusal) {
        if (refusal.isArray()) {
            List<String> messages = new ArrayList<>();
            refusal.forEach(one -> messages.add(message(one)));
            return String.join(" ", messages);
        }
        return refusal instanceof POJONode node && node.getPojo() instanceof ErrorValue error
                ? error.message()
                : refusal.toString();
    }

    /** Brings everything that is stored to the engine, and from then on every change of it. */
    public void start() {
        attempt(sync::begin);
        database.observe(tables -> {
            if ((tables.contains(FlowRows.FLOWS) || tables.contains(FlowRows.OPERATIONS))
                    && !deployments.isWithinStep()) {
                lookForChanges();
            }
        });
    }

    /**
     * Brings changes to the engine that were made elsewhere: by another node, by a Directus on the same database, or by the
     * step of a run, whose transaction is not that of a deployment. Costs little when there are none. Does not throw: a
     * failure is logged, the first of several in a row, and the changes wait for the next time.
     */
    public void lookForChanges() {
        attempt(sync::run);
    }

    private void attempt(Runnable work) {
        try {
            work.run();
            if (failing.getAndSet(false)) {
                LOG.info("What is deployed follows the stored flows again");
            }
        } catch (RuntimeException e) {
            if (!failing.getAndSet(true)) {
                LOG.error("What is deployed does not follow the stored flows for now; it is tried again", e);
            }
        }
    }
}
