/**
 * The folder that people carry from one system to another, laid out as the profile {@code portable} does and started.
 *
 * <p>The start script of Linux is run; that of Windows is read, for what is known to go wrong in such files.
 */
@NullMarked
package org.jailoo.portable;

import org.jspecify.annotations.NullMarked;
