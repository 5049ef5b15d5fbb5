/** Recordings played from a notebook without a loudspeaker. */
@NullMarked
package org.jailoo.ui.files;

import org.jspecify.annotations.NullMarked;
