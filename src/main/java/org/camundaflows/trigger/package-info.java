/** What starts flows from outside: HTTP triggers and their answers. */
@NullMarked
package org.camundaflows.trigger;

import org.jspecify.annotations.NullMarked;
