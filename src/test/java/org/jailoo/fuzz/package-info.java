/**
 * Feeds the readers what nobody would write, led by which branches it reaches.
 *
 * <p>Each target takes bytes and holds what came of them against what the program promises of any input: taken or refused
 * for a reason that it names, the same when read again, nothing half done. {@code KeptInputsTest} plays the kept inputs in
 * every build; {@code -Pfuzz} looks for new ones.
 */
@NullMarked
package org.jailoo.fuzz;

import org.jspecify.annotations.NullMarked;
