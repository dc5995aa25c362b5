/** The database that holds the items: connections, transactions, dialects. */
@NullMarked
package org.camundaflows.store.sql;

import org.jspecify.annotations.NullMarked;
