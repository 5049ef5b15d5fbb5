/**
 * The form generated from the schema, which the screens of records share. {@link org.jailoo.ui.form.RecordForm} knows
 * what was changed and nothing of nodes or languages; the panes show it. A field added to the schema appears here
 * without a line of Java; one that deserves a control of its own gets it by {@link org.jailoo.ui.form.OwnControls}.
 */
@NullMarked
package org.jailoo.ui.form;

import org.jspecify.annotations.NullMarked;
