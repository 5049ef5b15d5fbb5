/** Tests of the interview: consent before everything, words that stay with their codes. */
@NullMarked
package org.jailoo.ui.interview;

import org.jspecify.annotations.NullMarked;
