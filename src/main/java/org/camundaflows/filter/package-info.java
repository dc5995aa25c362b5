/**
 * The filter language of conditions, validation rules, permissions and queries: one parser, and evaluation of parsed
 * filters against JSON in memory.
 */
@NullMarked
package org.camundaflows.filter;

import org.jspecify.annotations.NullMarked;
