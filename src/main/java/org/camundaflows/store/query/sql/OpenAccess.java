package org.camundaflows.store.query.sql;

import java.util.Optional;
import org.camundaflows.store.schema.CollectionSchema;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Everything: administrators, the system, and the rules of permissions themselves. */
final class OpenAccess implements Access {

    @Override
    public boolean reaches(CollectionSchema collection) {
        return collection.active();
    }

    @Override
    public boolean grants(CollectionSchema collection, String field) {
        return true;
    }

    @Override
    public Condition rule(Source source) {
        return DSL.noCondition();
    }

    @Override
    public Optional<Condition> visible(Source source, String field) {
        return Optional.empty();
    }
}
