@org.jspecify.annotations.NullMarked
package org.camundaflows.app;
