/** Users: their tokens, passwords and sessions, and signing in. */
@NullMarked
package org.camundaflows.store.access.account;

import org.jspecify.annotations.NullMarked;
