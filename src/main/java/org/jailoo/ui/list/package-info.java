/** The list of the records of a type: searched, filtered, a page at a time. */
@NullMarked
package org.jailoo.ui.list;

import org.jspecify.annotations.NullMarked;
