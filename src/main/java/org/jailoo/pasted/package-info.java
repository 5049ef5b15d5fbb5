/**
 * Tables copied from Word, LibreOffice or Excel, as a clipboard hands them over: read into rows of cells, and the columns
 * of an action plan found in them in three languages. Nothing is dropped here: what no column takes is still in the rows.
 */
@NullMarked
package org.jailoo.pasted;

import org.jspecify.annotations.NullMarked;
