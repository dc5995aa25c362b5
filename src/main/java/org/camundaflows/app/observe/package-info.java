/** What operators see of the server from outside: metrics and health. */
@NullMarked
package org.camundaflows.app.observe;

import org.jspecify.annotations.NullMarked;
