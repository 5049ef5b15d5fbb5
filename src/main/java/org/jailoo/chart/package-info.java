/**
 * Native charts of a workbook: what one shows, the parts of the package that hold it, and the stream that puts them into
 * a package while another library writes it.
 *
 * <p>Charts refer to the cells, so that editing a cell changes its bar. Nothing here knows what is counted.
 */
@NullMarked
package org.jailoo.chart;

import org.jspecify.annotations.NullMarked;
