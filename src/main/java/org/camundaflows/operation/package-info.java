/** What an operation is: its type, options, context and result. The one public way to add a step type. */
@NullMarked
package org.camundaflows.operation;

import org.jspecify.annotations.NullMarked;
