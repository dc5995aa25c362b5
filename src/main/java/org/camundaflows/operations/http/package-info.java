/** The step type {@code request}: calls of other systems over HTTP. */
@NullMarked
package org.camundaflows.operations.http;

import org.jspecify.annotations.NullMarked;
