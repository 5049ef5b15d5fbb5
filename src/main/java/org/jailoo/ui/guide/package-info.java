/**
 * The guide as a screen: its contents at the side, searched word by word, and the chapter that is read. It needs no
 * notebook, so it is the same before one is open.
 */
@NullMarked
package org.jailoo.ui.guide;

import org.jspecify.annotations.NullMarked;
