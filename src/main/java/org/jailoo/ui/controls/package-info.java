/** Controls that more than one screen uses; none of them knows a notebook. */
@NullMarked
package org.jailoo.ui.controls;

import org.jspecify.annotations.NullMarked;
