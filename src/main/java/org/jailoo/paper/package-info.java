/**
 * Forms to be filled in by hand, as Word documents: what the record types ask, with their lists as boxes to tick. They
 * are made from the schema and a campaign's words alone, and hold nothing that anybody has told.
 */
@NullMarked
package org.jailoo.paper;

import org.jspecify.annotations.NullMarked;
