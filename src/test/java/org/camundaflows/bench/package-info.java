/** Benchmarks of the whole and its parts; {@code docs/benchmarks.md} says how they are run and read. */
@NullMarked
package org.camundaflows.bench;

import org.jspecify.annotations.NullMarked;
