/** The step {@code exec}: JavaScript of flow authors in a sandbox. */
@NullMarked
package org.camundaflows.operations.script;

import org.jspecify.annotations.NullMarked;
