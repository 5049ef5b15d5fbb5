/**
 * The screen on which a table from Excel or CSV becomes records: the file, how it is read, which column goes where, and
 * beside each row what becomes of it. Nothing is written before the person has seen that and said so.
 */
@NullMarked
package org.jailoo.ui.intake;

import org.jspecify.annotations.NullMarked;
