/** The host's side of the engine: its configuration, its users and the identity of its REST API. */
@org.jspecify.annotations.NullMarked
package org.camundaflows.app.engine;
