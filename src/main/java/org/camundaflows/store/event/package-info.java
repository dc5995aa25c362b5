/** What the item services tell others about reads and writes. */
@NullMarked
package org.camundaflows.store.event;

import org.jspecify.annotations.NullMarked;
