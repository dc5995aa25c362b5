/** The errors of the item services, with the codes and texts of Directus. */
@NullMarked
package org.camundaflows.store.error;

import org.jspecify.annotations.NullMarked;
