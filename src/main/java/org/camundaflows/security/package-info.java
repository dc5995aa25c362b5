/** What keeps secrets and strangers out: redaction of run records, users and permissions. */
@NullMarked
package org.camundaflows.security;

import org.jspecify.annotations.NullMarked;
