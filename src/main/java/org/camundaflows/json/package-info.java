/** JSON as flows see it: parsing, writing, path lookup, and the values JSON itself lacks (errors, dates). */
@NullMarked
package org.camundaflows.json;

import org.jspecify.annotations.NullMarked;
