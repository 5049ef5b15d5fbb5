/** A person at the window, with neither display nor mouse. */
@NullMarked
package org.jailoo.ui;

import org.jspecify.annotations.NullMarked;
