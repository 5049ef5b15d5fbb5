/** The screen from which forms to be filled in by hand are written as Word files: which form, which language, for which campaign. */
@NullMarked
package org.jailoo.ui.paper;

import org.jspecify.annotations.NullMarked;
