/** One box over everything: records of every type, screens and commands, found while the person types. */
@NullMarked
package org.jailoo.ui.find;

import org.jspecify.annotations.NullMarked;
