/** Filters, functions and rights as SQL expressions. */
@NullMarked
package org.camundaflows.store.query.sql;

import org.jspecify.annotations.NullMarked;
