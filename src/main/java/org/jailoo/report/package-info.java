/**
 * Tables for people, and the workbooks that hold them.
 *
 * <p>Every table is a value, computed in one walk over the states of a notebook's records, and right on any notebook:
 * what is counted follows from the record types, and each number has a name that binds it to others and leads back to
 * its records. What an audience may see is asked of {@link org.jailoo.consent.Disclosure}. Workbooks are streamed into
 * one file in the folder that a person chose; no other file ever holds a word of them.
 */
@NullMarked
package org.jailoo.report;

import org.jspecify.annotations.NullMarked;
