/**
 * Regular expressions with the syntax and meaning of JavaScript (without flags), whose work is bounded: no pattern and
 * no text can keep a thread busy.
 */
@NullMarked
package org.camundaflows.filter.regex;

import org.jspecify.annotations.NullMarked;
