/** Who may do what: users, roles, policies, permissions, tokens. */
@NullMarked
package org.camundaflows.store.access;

import org.jspecify.annotations.NullMarked;
