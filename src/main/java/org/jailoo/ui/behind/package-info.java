/** The screen of what stands behind a number: the records that were counted, each with the way to it. */
@NullMarked
package org.jailoo.ui.behind;

import org.jspecify.annotations.NullMarked;
