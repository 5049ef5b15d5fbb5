/**
 * How people find text: the folding of letters before anything is indexed or asked, and the query language of the index.
 *
 * <p>Pure: what is here knows no database, only the tokenizer that it writes for ({@code unicode61 remove_diacritics 2}
 * of SQLite's FTS5).
 */
@NullMarked
package org.jailoo.search;

import org.jspecify.annotations.NullMarked;
