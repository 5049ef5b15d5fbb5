/**
 * The queue of contradictions: what was written differently by people who did not know of each other, side by side, to be
 * settled one by one with a few keys.
 */
@NullMarked
package org.jailoo.ui.conflicts;

import org.jspecify.annotations.NullMarked;
