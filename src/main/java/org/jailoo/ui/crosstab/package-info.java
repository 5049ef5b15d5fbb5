/**
 * The cross-tab: any two coded fields of what is counted, with filters, live as a table and a chart. The model asks; the
 * panes show. What an audience may not see never gets here.
 */
@NullMarked
package org.jailoo.ui.crosstab;

import org.jspecify.annotations.NullMarked;
