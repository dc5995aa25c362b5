package org.camundaflows.store.access;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.camundaflows.filter.CallerVariables;
import org.camundaflows.filter.DynamicVariables;
import org.camundaflows.security.Accountability;
import org.jspecify.annotations.Nullable;

/** Rights as policies grant them (specification: access, sections 3 and 4). */
public final class PolicyRights implements RightsSource {

    private final AccessRules rules;
    private final ItemLookup items;
    private final Clock clock;
    private final ZoneId zone;
    private final Rights system;

    /** @param zone the zone in which variables count days */
    public PolicyRights(AccessRules rules, ItemLookup items, Clock clock, ZoneId zone) {
        this.rules = rules;
        this.items = items;
        this.clock = clock;
        this.zone = zone;
        this.system = new SystemRights(new CallerVariables(NullNode.getInstance(), clock, zone));
    }

    @Override
    public Rights of(@Nullable Accountability accountability) {
        return accountability == null ? system : new CallerRights(accountability, rules, items, clock, zone);
    }

    /** The system itself may do everything and is nobody. */
    private record SystemRights(DynamicVariables variables) implements Rights {

        @Override
        public boolean unrestricted() {
            return true;
        }

        @Override
        public List<Permission> permissions(String collection, Action action) {
            return List.of();
        }
    }
}
