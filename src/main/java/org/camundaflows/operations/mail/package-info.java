/** The operation {@code mail}: Markdown, HTML and Liquid templates, sent over SMTP. */
@NullMarked
package org.camundaflows.operations.mail;

import org.jspecify.annotations.NullMarked;
