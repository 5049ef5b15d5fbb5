/** Tests of the guide: it names what the window shows, and its three languages say the same. */
@NullMarked
package org.jailoo.guide;

import org.jspecify.annotations.NullMarked;
