/**
 * Runs compiled flows on the Camunda 7 engine. The only package that sees {@code org.camunda.bpm.engine}: a fork of the
 * engine is supported by porting this package.
 */
@NullMarked
package org.camundaflows.engine;

import org.jspecify.annotations.NullMarked;
