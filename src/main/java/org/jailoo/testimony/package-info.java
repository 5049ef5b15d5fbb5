/**
 * One testimony as a document to be read: for the team's own file, or for a receiver whom the person agreed to. It is
 * composed from what consent discloses and from nothing else; who is asked for by name, and where the document lies, is
 * decided elsewhere.
 */
@NullMarked
package org.jailoo.testimony;

import org.jspecify.annotations.NullMarked;
