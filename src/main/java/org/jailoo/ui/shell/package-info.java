/** The frame of the window: what is locked and what is open, the sidebar, and the only place that knows every screen. */
@NullMarked
package org.jailoo.ui.shell;

import org.jspecify.annotations.NullMarked;
