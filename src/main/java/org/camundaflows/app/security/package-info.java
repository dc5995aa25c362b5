/** Who may call what over HTTP, and who a caller is. */
@org.jspecify.annotations.NullMarked
package org.camundaflows.app.security;
