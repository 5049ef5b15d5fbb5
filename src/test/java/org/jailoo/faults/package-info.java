/**
 * A disk that fails at every single write: full, broken, read-only, pulled out, or the process gone in the middle.
 *
 * <p>A small library ({@code src/test/c/faults.c}) is preloaded into a process of its own and stands between it and the
 * system's calls; {@link org.jailoo.faults.Runs} plays the use cases there and looks at what is left. Where there is no
 * compiler, or the system is not Linux, the tests say that they were skipped.
 */
@NullMarked
package org.jailoo.faults;

import org.jspecify.annotations.NullMarked;
