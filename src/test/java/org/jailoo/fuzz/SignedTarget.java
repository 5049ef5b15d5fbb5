package org.jailoo.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jailoo.history.Derivation;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;

/** The reader of bundles behind all hashes and signatures, and the state that follows from what it takes. */
public final class SignedTarget {
    private SignedTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(SignedTarget::take, input);
    }

    private static void take(byte[] input) throws Exception {
        BundleTarget.Taken taken = BundleTarget.read(Edits.file(input));
        if (taken != null) {
            BundleTarget.readsAgain(taken);
            states(taken.staged());
        }
    }

    /** The state of each record does not depend on the order in which its revisions are known. */
    private static void states(Staged staged) {
        Map<String, List<Held>> records = new TreeMap<>();
        for (Revision revision : staged.revisions.values()) {
            records.computeIfAbsent(revision.header().record(), r -> new ArrayList<>())
                    .add(new Held(
                            revision.header(),
                            revision.content() == null
                                    ? null
                                    : revision.content().body()));
        }
        records.values().forEach(held -> {
            Optional<RecordState> state = Derivation.derive(held, false);
            List<Held> turned = new ArrayList<>(held);
            Collections.reverse(turned);
            Promise.equal(line(Derivation.derive(turned, false)), line(state), "the state does not depend on order");
            Derivation.derive(held, true)
                    .ifPresent(s -> Promise.holds(s.values().isEmpty(), "a purged record says nothing"));
        });
    }

    private static String line(Optional<RecordState> state) {
        return state.map(s -> s.line() + s.parentsOfNextEdit()).orElse("");
    }
}
