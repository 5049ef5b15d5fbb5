/**
 * Recorded sound, decoded bit by bit in memory from wherever its bytes are kept: no file is written, and no more than a
 * few frames stand in memory. The only place that knows the libraries that decode.
 */
@NullMarked
package org.jailoo.sound;

import org.jspecify.annotations.NullMarked;
