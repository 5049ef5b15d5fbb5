/**
 * When something is to be done, as people say it in Kyrgyz, Russian and English, read into an interval. {@link
 * org.jailoo.timeline.WhenPhrase} reads a whole phrase or nothing: what is not surely understood stays as text. The
 * package knows the calendar and no clock: the year is that of the meeting. {@link org.jailoo.timeline.Due} says when
 * something is due, and {@link org.jailoo.timeline.Quarter} is what its progress is told by.
 */
@NullMarked
package org.jailoo.timeline;

import org.jspecify.annotations.NullMarked;
