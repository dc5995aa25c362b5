package org.camundaflows.app.store;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.authoring.FlowStore;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.rest.DeploymentController;
import org.camundaflows.rest.ItemController;
import org.camundaflows.rest.ItemRoutes;
import org.camundaflows.security.Accounts;
import org.camundaflows.store.access.RightsSource;
import org.camundaflows.store.event.Outbox;
import org.camundaflows.store.event.OutboxTable;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.sql.Database;
import org.camundaflows.trigger.EventDelivery;
import org.camundaflows.trigger.EventDispatcher;
import org.camundaflows.trigger.EventTriggers;
import org.camundaflows.trigger.LoopBreaker;
import org.camundaflows.trigger.ManualRules;
import org.camundaflows.trigger.UnkeptEvents;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Flows that are stored with the items, hear of them, and are reached with them over HTTP. */
@Configuration(proxyBeanMethods = false)
class StoredFlowsConfiguration {

    /** How long others may have to wait for changes and events of this node, and it for theirs. */
    private static final Duration POLLING = Duration.ofSeconds(1);

    /** A flow whose events are raised by flows more often is taken for a loop. */
    private static final int EVENTS_PER_MINUTE = 10_000;

    @Bean
    FlowStore flowStore(Items items, Database database, FlowDeployments deployments, FlowsProperties settings) {
        return new FlowStore(
                items,
                database,
                deployments,
                flow -> flow.trigger() == null || settings.items().triggers().contains(flow.trigger()));
    }

    @Bean
    EventDelivery eventDelivery(ItemsSource items, Database database, FlowRuns runs, Clock clock) {
        return OutboxTable.create(items.source())
                .<EventDelivery>map(table -> new EventDispatcher(new Outbox(database, table, clock), database, runs))
                .orElseGet(() -> new UnkeptEvents(database, runs));
    }

    @Bean
    EventTriggers eventTriggers(FlowRuns runs, EventDelivery delivery, FlowsProperties settings, Clock clock) {
        LoopBreaker breaker = new LoopBreaker(EVENTS_PER_MINUTE, clock);
        return new EventTriggers(runs, delivery, breaker, settings.runs().callDepth());
    }

    @Bean
    ManualRules manualRules(Items items, RightsSource rights) {
        return new ManualRules(items, rights);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService flowPolling() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "flow-polling");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Before the server takes requests. */
    @Bean
    SmartInitializingSingleton storedFlowsReady(
            FlowStore store,
            EventTriggers triggers,
            EventDelivery delivery,
            LateEvents events,
            ScheduledExecutorService flowPolling) {
        return () -> {
            events.connect(triggers);
            store.start();
            if (delivery instanceof EventDispatcher dispatcher) {
                dispatcher.start(POLLING);
            }
            ScheduledFuture<?> unused = flowPolling.scheduleWithFixedDelay( // it never throws
                    store::lookForChanges, POLLING.toMillis(), POLLING.toMillis(), TimeUnit.MILLISECONDS);
        };
    }

    @Bean
    ItemController itemController(Items items, SchemaReader schemas, Accounts accounts, FlowsProperties settings) {
        return new ItemController(new ItemRoutes(items, schemas, accounts, settings.bodyLimit()));
    }

    @Bean
    DeploymentController deploymentController(FlowStore flows, Accounts accounts) {
        return new DeploymentController(flows, accounts);
    }
}
