/**
 * The notebook: one encrypted SQLite file, with its wrapped keys beside it.
 *
 * <p>The only place that speaks SQL. Revisions are appended and never changed; what lists and searches read is derived
 * from them and can be dropped and rebuilt. SQLite never sees a key that was not verified first: a wrong one, after a
 * crash, would destroy the file.
 */
@NullMarked
package org.jailoo.notebook;

import org.jspecify.annotations.NullMarked;
