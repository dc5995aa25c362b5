/** The step type {@code json-web-token}: signs, verifies and decodes JSON Web Tokens. */
@NullMarked
package org.camundaflows.operations.jwt;

import org.jspecify.annotations.NullMarked;
