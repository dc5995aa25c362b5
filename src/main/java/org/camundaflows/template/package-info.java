/** Rendering of {@code {{ path }}} templates: path lookup only, never expressions. */
@NullMarked
package org.camundaflows.template;

import org.jspecify.annotations.NullMarked;
