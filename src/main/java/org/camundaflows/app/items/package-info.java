/** Wires items, users and stored flows. */
@NullMarked
package org.camundaflows.app.items;

import org.jspecify.annotations.NullMarked;
