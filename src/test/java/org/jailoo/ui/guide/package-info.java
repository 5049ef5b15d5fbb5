/** Tests of the guide as a screen. */
@NullMarked
package org.jailoo.ui.guide;

import org.jspecify.annotations.NullMarked;
