/** The data model: collections, fields and relations, read from and written to the database. */
@NullMarked
package org.camundaflows.store.schema;

import org.jspecify.annotations.NullMarked;
