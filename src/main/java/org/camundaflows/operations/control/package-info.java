/** Operations that steer a run: condition, sleep, throw-error, trigger. */
@NullMarked
package org.camundaflows.operations.control;

import org.jspecify.annotations.NullMarked;
