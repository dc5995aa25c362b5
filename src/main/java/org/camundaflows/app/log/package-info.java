/** Log lines that nothing written into them can break or forge. */
@NullMarked
package org.camundaflows.app.log;

import org.jspecify.annotations.NullMarked;
