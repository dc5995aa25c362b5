/** The operation that shapes data. */
@NullMarked
package org.camundaflows.operations.transform;

import org.jspecify.annotations.NullMarked;
