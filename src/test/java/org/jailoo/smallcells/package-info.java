/** Tables made at random, and somebody who attacks them. */
@NullMarked
package org.jailoo.smallcells;

import org.jspecify.annotations.NullMarked;
