/** What the web server has to do otherwise than it does by itself. */
@NullMarked
package org.camundaflows.app.web;

import org.jspecify.annotations.NullMarked;
