package org.jailoo.testimony;

import java.time.LocalDate;
import java.util.Set;
import org.jailoo.consent.Use;

/**
 * Where a testimony goes.
 *
 * @param abroad whether the receiver is in another country; of the team's own file it says nothing
 * @param language of the document, as ISO 639-1
 * @param day on which consent has to stand
 */
public record Destination(Receiver receiver, boolean abroad, String language, LocalDate day) {
    /** What she has to have agreed to. */
    public Set<Use> uses() {
        return receiver.uses(abroad);
    }
}
