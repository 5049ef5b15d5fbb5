/** What every screen needs: background work, the theme, the language, and the way to another screen. */
@NullMarked
package org.jailoo.ui.common;

import org.jspecify.annotations.NullMarked;
