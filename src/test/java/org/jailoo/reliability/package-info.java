/**
 * Kills the program in the middle of what it writes, again and again, and looks at what is left.
 *
 * <p>Short in {@code verify}, two hundred times under {@code -Plong}; a failure prints the seed with which it can be
 * played again.
 */
@NullMarked
package org.jailoo.reliability;

import org.jspecify.annotations.NullMarked;
