/**
 * What a person does with a notebook, one class each; the window and the command line share them.
 *
 * <p>A use case either does all of it or nothing, and answers with values: which sentence a person reads is decided by
 * whoever shows it.
 */
@NullMarked
package org.jailoo.app;

import org.jspecify.annotations.NullMarked;
