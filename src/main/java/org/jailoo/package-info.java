/**
 * The program: {@link org.jailoo.Main} starts it and wires it to the system.
 *
 * <p>Each package below is what a thing is for; which may know which stands in the architecture test.
 */
@NullMarked
package org.jailoo;

import org.jspecify.annotations.NullMarked;
