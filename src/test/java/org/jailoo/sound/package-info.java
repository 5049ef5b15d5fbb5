/** Recordings of a tone of 440 Hz, three seconds long, decoded and listened to. */
@NullMarked
package org.jailoo.sound;

import org.jspecify.annotations.NullMarked;
