/**
 * When something is to be done, as people say it in Kyrgyz, Russian and English, read into an interval. {@link
 * org.jailoo.timeline.WhenPhrase} reads a whole phrase or nothing: what is not surely understood stays as text. The
 * package knows the calendar and no clock: the year is that of the meeting.
 */
@NullMarked
package org.jailoo.timeline;

import org.jspecify.annotations.NullMarked;
