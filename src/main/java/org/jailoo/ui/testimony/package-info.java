/**
 * The screen on which one testimony becomes a Word document: for whom, in which language, under which password. Who may
 * get it is what consent answers; the screen only says so.
 */
@NullMarked
package org.jailoo.ui.testimony;

import org.jspecify.annotations.NullMarked;
