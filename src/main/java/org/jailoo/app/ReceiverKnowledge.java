package org.jailoo.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.history.Claim;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.notebook.Claims;
import org.jailoo.notebook.Holdings;
import org.jailoo.notebook.Notebook;

/**
 * What all receivers of a bundle are known to hold, and what any of them lacks.
 *
 * <p>A claim is believed only where its hash is the one over our own ids. What only one instance of a device claims, or
 * one of several receivers, is sent again: sending twice is harmless.
 */
record ReceiverKnowledge(Map<Writer, SeqRanges> known, Set<String> lacks) {
    static ReceiverKnowledge of(Notebook notebook, List<String> receivers) {
        return of(notebook.claims(), notebook.holdings(), receivers);
    }

    static ReceiverKnowledge of(Claims claims, Holdings holdings, List<String> receivers) {
        Map<Writer, SeqRanges> known = new HashMap<>();
        Set<String> lacks = new HashSet<>();
        boolean first = true;
        for (String receiver : receivers) {
            List<Claims.Word> words = claims.of(receiver);
            if (words.isEmpty()) {
                return new ReceiverKnowledge(Map.of(), lacks);
            }
            for (Claims.Word word : words) {
                lacks.addAll(word.lacks());
                Map<Writer, SeqRanges> believed = believed(holdings, word);
                if (first) {
                    known.putAll(believed);
                    first = false;
                } else {
                    known.replaceAll((writer, places) -> places.and(believed.getOrDefault(writer, SeqRanges.NONE)));
                }
            }
        }
        return new ReceiverKnowledge(known, lacks);
    }

    private static Map<Writer, SeqRanges> believed(Holdings holdings, Claims.Word word) {
        Map<Writer, SeqRanges> believed = new HashMap<>();
        for (Map.Entry<Writer, Claim> entry : word.has().entrySet()) {
            SeqRanges claimed = entry.getValue().ranges();
            if (holdings.ids(entry.getKey(), claimed).equals(entry.getValue().ids())) {
                believed.put(entry.getKey(), claimed);
            }
        }
        return believed;
    }

    boolean knows(Writer writer, long seq) {
        return known.getOrDefault(writer, SeqRanges.NONE).contains(seq);
    }
}
