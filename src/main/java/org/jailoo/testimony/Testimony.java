package org.jailoo.testimony;

import java.util.List;
import java.util.Map;
import org.jailoo.consent.Disclosed;
import org.jailoo.consent.Disclosure.Answer;

/**
 * A testimony as far as its receiver may read it.
 *
 * @param quoting whether her words may be quoted
 * @param campaign the title of its campaign; empty where it has none, or none that the receiver may read
 * @param files of each file that it names, by its SHA-256, whether it may be listed
 */
public record Testimony(
        Disclosed interview,
        Answer quoting,
        String campaign,
        List<Disclosed> speakers,
        Map<String, Answer> files,
        Custody custody) {
    public Testimony {
        speakers = List.copyOf(speakers);
        files = Map.copyOf(files);
    }

    /** The same, with what is known once the document is noted. */
    public Testimony noted(Custody noted) {
        return new Testimony(interview, quoting, campaign, speakers, files, noted);
    }

    /**
     * Where it comes from: what a receiver can hold against the log of the notebook.
     *
     * @param recorded the day on which it came into the notebook; empty where the log is younger
     * @param changed the day of the last change noted; empty where there is none
     * @param heads the ids of the revisions that make this very version
     * @param entry the number of the entry under which this document was noted
     * @param seal the code over all entries up to that one
     */
    public record Custody(String recorded, String changed, List<String> heads, long entry, String seal) {
        public Custody {
            heads = List.copyOf(heads);
        }
    }
}
