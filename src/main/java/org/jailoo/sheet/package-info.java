/**
 * Sheets that the office fills in and gives back. {@link org.jailoo.sheet.SheetWriter} writes one, {@link
 * org.jailoo.sheet.SheetReader} reads it again and refuses by cell what it does not understand; both in memory, with no
 * file of their own. Nothing here knows a notebook: what a row means for a record is decided where records are.
 */
@NullMarked
package org.jailoo.sheet;

import org.jspecify.annotations.NullMarked;
