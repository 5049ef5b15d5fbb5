/**
 * What files that people attach are, told by their bytes and never by their names; what a photo tells of where and when
 * it was taken, a copy that does not tell it, and pictures small enough to be shown.
 *
 * <p>Works on bytes wherever they are kept, and writes no file.
 */
@NullMarked
package org.jailoo.media;

import org.jspecify.annotations.NullMarked;
