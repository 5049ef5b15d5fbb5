/**
 * Who people are, in the window: the card of a participant that opens and closes by itself, and what protects it. Nothing
 * here outlives the closing of the door but a draft, locked up as the names are.
 */
@NullMarked
package org.jailoo.ui.identity;

import org.jspecify.annotations.NullMarked;
