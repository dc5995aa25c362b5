/** The server around the flow engine. */
@org.jspecify.annotations.NullMarked
package org.camundaflows.app;
