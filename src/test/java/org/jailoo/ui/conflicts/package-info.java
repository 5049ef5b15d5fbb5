/** The queue of contradictions, as its model goes through it, without a toolkit. */
@NullMarked
package org.jailoo.ui.conflicts;

import org.jspecify.annotations.NullMarked;
