/** The operation that speaks to the application's log. */
@NullMarked
package org.camundaflows.operations.log;

import org.jspecify.annotations.NullMarked;
