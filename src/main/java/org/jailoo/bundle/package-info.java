/**
 * Bundles: the files in which revisions and attachments travel between notebooks (bundle.md §5 and §6).
 *
 * <p>A file is opened as an {@link org.jailoo.bundle.UnverifiedBundle}, of which nothing may be believed; verifying it
 * streams its content into a {@link org.jailoo.bundle.Staging} and is the only way to a {@link
 * org.jailoo.bundle.Bundle}. Reading and writing hold a bounded part of the file in memory. Nothing here knows of the
 * notebook.
 */
@NullMarked
package org.jailoo.bundle;

import org.jspecify.annotations.NullMarked;
