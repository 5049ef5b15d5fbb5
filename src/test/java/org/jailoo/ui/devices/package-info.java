/** Cards that come in and what becomes of them, tried without a toolkit. */
@NullMarked
package org.jailoo.ui.devices;

import org.jspecify.annotations.NullMarked;
