/** The item services: reading and writing with rights, events and tracking. */
@NullMarked
package org.camundaflows.store.items;

import org.jspecify.annotations.NullMarked;
