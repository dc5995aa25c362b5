/** The steps that read and write items. */
@NullMarked
package org.camundaflows.operations.items;

import org.jspecify.annotations.NullMarked;
