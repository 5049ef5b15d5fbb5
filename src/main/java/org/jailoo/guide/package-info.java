/**
 * The guide for the people who use the program: three chapters and one page to keep, read from the Markdown files of {@code
 * src/doc/guide}, which the jar holds. What the guide says of a button or a field is read from the same messages as the
 * window reads it, so that the two cannot drift apart.
 */
@NullMarked
package org.jailoo.guide;

import org.jspecify.annotations.NullMarked;
