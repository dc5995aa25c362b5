/** The step that notifies users. */
@NullMarked
package org.camundaflows.operations.notify;

import org.jspecify.annotations.NullMarked;
