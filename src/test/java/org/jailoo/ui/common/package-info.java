/** What every screen needs, tried without a toolkit. */
@NullMarked
package org.jailoo.ui.common;

import org.jspecify.annotations.NullMarked;
