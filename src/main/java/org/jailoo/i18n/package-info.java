/**
 * What the program says to people, in English, Russian and Kyrgyz: sentences, and the names of what is recorded.
 *
 * <p>Keys read {@code screen.part.element} and stand in the same order in the three files. Every sentence about a
 * failure says what happened, what is safe and what to do next; the words are those of {@code src/doc/glossary.md}. This package knows no other: the schema is held
 * against the labels by a test.
 */
@NullMarked
package org.jailoo.i18n;

import org.jspecify.annotations.NullMarked;
