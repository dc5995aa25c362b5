/** Runs recorded cases against the real application and reports, case by case, what differs. */
@NullMarked
package org.camundaflows.conformance;

import org.jspecify.annotations.NullMarked;
