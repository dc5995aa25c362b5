/** Flows as their authors keep them: rows of {@code directus_flows} and {@code directus_operations}, and their deployment. */
@NullMarked
package org.camundaflows.authoring;

import org.jspecify.annotations.NullMarked;
