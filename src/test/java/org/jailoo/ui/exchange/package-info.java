/** Bundles in and out of the window, tried without a toolkit. */
@NullMarked
package org.jailoo.ui.exchange;

import org.jspecify.annotations.NullMarked;
