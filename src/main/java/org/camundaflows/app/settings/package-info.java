/** What can be configured: the {@code flows.*} properties and the environment variables known from Directus. */
@org.jspecify.annotations.NullMarked
package org.camundaflows.app.settings;
