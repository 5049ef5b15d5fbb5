/** Bundles in and bundles out. */
@NullMarked
package org.jailoo.ui.exchange;

import org.jspecify.annotations.NullMarked;
