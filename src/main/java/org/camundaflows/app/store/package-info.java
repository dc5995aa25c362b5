/** The items and who may reach them, wired. */
@org.jspecify.annotations.NullMarked
package org.camundaflows.app.store;
