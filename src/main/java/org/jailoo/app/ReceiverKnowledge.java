package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.history.Claim;
import org.jailoo.history.Claimed;
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
        List<Map<Writer, Claim>> has = new ArrayList<>();
        Set<String> lacks = new HashSet<>();
        for (String receiver : receivers) {
            List<Claims.Word> words = claims.of(receiver);
            if (words.isEmpty()) {
                return new ReceiverKnowledge(Map.of(), lacks);
            }
            for (Claims.Word word : words) {
                lacks.addAll(word.lacks());
                has.add(word.has());
            }
        }
        return new ReceiverKnowledge(Claimed.knownToAll(has, holdings), lacks);
    }

    boolean knows(Writer writer, long seq) {
        return known.getOrDefault(writer, SeqRanges.NONE).contains(seq);
    }
}
