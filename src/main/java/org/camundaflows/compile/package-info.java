/** Flow to BPMN 2.0 with diagram, and back. The only package that sees the BPMN model API. */
@NullMarked
package org.camundaflows.compile;

import org.jspecify.annotations.NullMarked;
