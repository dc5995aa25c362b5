package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes JSON of one column of a result. */
@FunctionalInterface
interface ValueReader {

    /** @return NullNode for null */
    JsonNode read(ResultSet row, int column) throws SQLException;
}
