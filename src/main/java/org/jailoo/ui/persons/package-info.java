/**
 * The screen where a person says of two participants whether they are one. The likeliest stand first, side by side and with
 * the reasons; nothing is linked by itself, and what was linked can be separated again.
 */
@NullMarked
package org.jailoo.ui.persons;

import org.jspecify.annotations.NullMarked;
