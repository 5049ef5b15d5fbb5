/**
 * When an open notebook locks by itself, what of it may stay outside the window, and the choices of the person about
 * both. Deciding is apart from listening: {@link org.jailoo.ui.lock.Watchman} and {@link org.jailoo.ui.lock.Copied} are
 * told what happens and ask no clock.
 */
@NullMarked
package org.jailoo.ui.lock;

import org.jspecify.annotations.NullMarked;
