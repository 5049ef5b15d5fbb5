/**
 * The screen of one record: its form, its conflicts and its history. The view model opens, keeps and saves; the view
 * shows.
 */
@NullMarked
package org.jailoo.ui.record;

import org.jspecify.annotations.NullMarked;
