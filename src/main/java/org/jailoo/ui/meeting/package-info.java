/**
 * What the form of a meeting has of its own: the grid of those who came, the time of an action as people say it, and the
 * screen on which the action plans of a meeting are written like a spreadsheet.
 */
@NullMarked
package org.jailoo.ui.meeting;

import org.jspecify.annotations.NullMarked;
