/**
 * The command line: one class a command, which parses, calls one use case, prints and answers with an exit code.
 *
 * <p>Data go to standard output, one canonical JSON object a line, in UTF-8 whatever the platform thinks; everything
 * that is said to a person goes to standard error, in the person's language. {@link org.jailoo.cli.Cli} is the way in.
 */
@NullMarked
package org.jailoo.cli;

import org.jspecify.annotations.NullMarked;
