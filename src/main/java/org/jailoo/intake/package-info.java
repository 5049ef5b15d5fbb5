/**
 * Tables that exist already, read from Excel and CSV files: rows of text with the numbers that people see beside them,
 * which column means which field, and what a cell means as a value of that field. Nothing here knows a notebook, and
 * nothing is left out in silence: what cannot be read is refused in a way that can be said.
 */
@NullMarked
package org.jailoo.intake;

import org.jspecify.annotations.NullMarked;
