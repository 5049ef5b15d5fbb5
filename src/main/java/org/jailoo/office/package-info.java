/**
 * Files for office programs: written once, whole or not at all, and locked with a password where that is wanted.
 *
 * <p>This package knows nothing of what stands in them. While a file is being written it lies beside its place, and with a
 * password nothing but what is encrypted ever reaches a disk.
 */
@NullMarked
package org.jailoo.office;

import org.jspecify.annotations.NullMarked;
