/** The first screen: unlocks a notebook, makes a new one, or opens the sample to look around. */
@NullMarked
package org.jailoo.ui.unlock;

import org.jspecify.annotations.NullMarked;
