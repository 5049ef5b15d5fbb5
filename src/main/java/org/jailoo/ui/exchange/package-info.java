/** Bundles in, bundles out, and the devices that they come from and go to. */
@NullMarked
package org.jailoo.ui.exchange;

import org.jspecify.annotations.NullMarked;
