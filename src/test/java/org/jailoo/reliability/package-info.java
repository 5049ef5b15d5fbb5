/**
 * Kills the program in the middle of everything that it writes, again and again, and holds a ledger that knows nothing of
 * notebooks against what is left; lets two programs at one notebook, sets clocks, copies files while they are written.
 *
 * <p>Files of the first version of the format are kept here to be read for ever. Short in {@code verify}, five hundred kills
 * under {@code -Plong}; a failure prints the seed with which it can be played again.
 */
@NullMarked
package org.jailoo.reliability;

import org.jspecify.annotations.NullMarked;
