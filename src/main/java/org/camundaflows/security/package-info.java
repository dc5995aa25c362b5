/** Guards: which addresses flows may reach. */
@NullMarked
package org.camundaflows.security;

import org.jspecify.annotations.NullMarked;
