/** The flow language: records of flows and operations, reading, validation, layout, schedules. */
@NullMarked
package org.camundaflows.flow;

import org.jspecify.annotations.NullMarked;
