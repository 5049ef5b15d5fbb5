/**
 * Photos, scans and recordings of a record: taken in by dropping, pasting or choosing, shown and played from the notebook.
 * Nothing of them is written to the disk but a copy that a person asks for; what is shown is forgotten at the lock.
 */
@NullMarked
package org.jailoo.ui.files;

import org.jspecify.annotations.NullMarked;
