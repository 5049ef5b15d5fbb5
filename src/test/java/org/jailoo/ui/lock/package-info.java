/** Tests of when a notebook locks by itself and of what may stay outside the window. */
@NullMarked
package org.jailoo.ui.lock;

import org.jspecify.annotations.NullMarked;
