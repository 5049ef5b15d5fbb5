/**
 * The screen of one record: a form generated from the schema, its conflicts and its history. {@link
 * org.jailoo.ui.record.RecordForm} knows what was changed and nothing of nodes or languages; the view model saves; the
 * view shows. A field added to the schema appears here without a line of Java.
 */
@NullMarked
package org.jailoo.ui.record;

import org.jspecify.annotations.NullMarked;
