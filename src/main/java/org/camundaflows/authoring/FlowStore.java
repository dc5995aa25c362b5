package org.camundaflows.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowHash;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.flow.FlowLayout;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.sql.Database;

/**
 * The flows of the database. What is deployed follows what is stored: a change of the rows, by whatever means, is brought
 * to the engine; a flow whose rows go is withdrawn, and its runs finish.
 */
public final class FlowStore {

    private final FlowRows rows;
    private final Database database;
    private final FlowDeployments deployments;
    private final FlowSync sync;

    /** @param ours whether a flow is run here; others are stored, and run by the system that shares the database */
    public FlowStore(Items items, Database database, FlowDeployments deployments, Predicate<Flow> ours) {
        this.rows = new FlowRows(items);
        this.database = database;
        this.deployments = deployments;
        this.sync = new FlowSync(rows, deployments, ours);
    }

    /**
     * Stores flows, each in place of what had its id, and deploys them. One that is refused leaves what was there, and does
     * not hinder the others.
     *
     * @return what became of each, in their order
     */
    public List<FlowDeployments.Deployed> save(List<Flow> flows, Session session) {
        IdentityHashMap<Flow, FlowDeployments.Deployed> refused = new IdentityHashMap<>();
        Map<String, FlowDeployments.Deployed> changed = sync.during(() -> database.inTransaction(() -> {
            flows.forEach(flow -> refusal(flow, session).ifPresent(refusal -> refused.put(flow, refusal)));
            return refused;
        }));
        return flows.stream()
                .map(flow -> Optional.ofNullable(refused.get(flow))
                        .or(() -> Optional.ofNullable(changed.get(flow.id())))
                        .orElseGet(() -> unchanged(flow)))
                .toList();
    }

    private FlowDeployments.Deployed unchanged(Flow flow) {
        return deployments
                .deployStored(List.of(rows.find(flow.id()).orElse(flow)))
                .get(0);
    }

    private Optional<FlowDeployments.Deployed> refusal(Flow given, Session session) {
        Optional<FlowDeployments.Deployed> refused = deployments.check(given);
        if (refused.isPresent()) {
            return refused;
        }
        Flow flow = FlowLayout.needed(given) ? FlowLayout.arranged(given) : given;
        try {
            return database.inTransaction(() -> {
                if (!isStored(flow)) {
                    rows.write(flow, session);
                }
                return Optional.empty();
            });
        } catch (ItemException e) {
            return Optional.of(FlowDeployments.Deployed.refused(given, List.of(issue(given, e))));
        }
    }

    private boolean isStored(Flow flow) {
        return rows.find(flow.id())
                .filter(stored -> FlowHash.of(stored).equals(FlowHash.of(flow)))
                .isPresent();
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
        sync.begin();
        database.observe(tables -> {
            if (tables.contains(FlowRows.FLOWS) || tables.contains(FlowRows.OPERATIONS)) {
                sync.run();
            }
        });
    }

    /** Brings changes to the engine that were made elsewhere: by another node, or by a Directus on the same database. */
    public void lookForChanges() {
        sync.run();
    }
}
