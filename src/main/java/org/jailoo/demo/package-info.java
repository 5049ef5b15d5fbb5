/**
 * The whole journey on invented data, for somebody who has never heard of the program.
 *
 * <p>Nothing is staged: every line that is printed is the result of the same use cases that people run.
 */
@NullMarked
package org.jailoo.demo;

import org.jspecify.annotations.NullMarked;
