/** The first page of an open notebook: how much there is, what waits for a person, and the daily ways in. */
@NullMarked
package org.jailoo.ui.home;

import org.jspecify.annotations.NullMarked;
