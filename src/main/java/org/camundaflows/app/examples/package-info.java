/** Example flows for the first steps, and what the server says when it is ready. */
@org.jspecify.annotations.NullMarked
package org.camundaflows.app.examples;
