/** The HTTP interface: translates requests and answers, decides nothing. */
@NullMarked
package org.camundaflows.rest;

import org.jspecify.annotations.NullMarked;
