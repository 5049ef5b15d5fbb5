/** Photos as cameras write them, made by hand. */
@NullMarked
package org.jailoo.media;

import org.jspecify.annotations.NullMarked;
