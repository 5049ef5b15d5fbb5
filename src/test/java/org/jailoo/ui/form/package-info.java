/** The record screen: its form and its view model without a toolkit, and the screen itself without a display. */
@NullMarked
package org.jailoo.ui.form;

import org.jspecify.annotations.NullMarked;
