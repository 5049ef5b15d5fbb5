/**
 * The quarterly round: every open recommendation of a campaign, what was told of it before beside a box for this quarter,
 * and the sheet in which the office does the same. {@link org.jailoo.ui.round.RoundModel} goes through the rows and keeps
 * what was typed, {@link org.jailoo.ui.round.SheetModel} takes a sheet back.
 */
@NullMarked
package org.jailoo.ui.round;

import org.jspecify.annotations.NullMarked;
