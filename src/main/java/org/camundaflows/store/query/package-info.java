/** Reading items: the query language, as SQL. */
@NullMarked
package org.camundaflows.store.query;

import org.jspecify.annotations.NullMarked;
