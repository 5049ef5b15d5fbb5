/** The tables of the notebook to look at, and the workbook that holds them. */
@NullMarked
package org.jailoo.ui.tables;

import org.jspecify.annotations.NullMarked;
