package org.jailoo.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jailoo.bundle.Bundle;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.BundleWriter;
import org.jailoo.bundle.Envelope;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Progress;
import org.jailoo.bundle.Trust;
import org.jailoo.bundle.UnverifiedBundle;
import org.jspecify.annotations.Nullable;

/** The reader of bundles with the bytes of a file: envelope, JSON, manifest, cards, revisions, attachments. */
public final class BundleTarget {
    private BundleTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(BundleTarget::take, input);
    }

    private static void take(byte[] input) throws Exception {
        read(input);
    }

    /** What was taken, and how it was staged. */
    record Taken(Bundle bundle, Staged staged) {}

    /** Reads a file as Chynara; null where it is refused, which it must be for a reason of the format. */
    static @Nullable Taken read(byte[] file) throws IOException {
        Staged staged = new Staged();
        Bundle bundle;
        try (UnverifiedBundle opened = UnverifiedBundle.open(
                new ByteArrayInputStream(file), List.of(Team.CHYNARA.identity()), null, Progress.NONE)) {
            bundle = opened.verify(device -> Trust.Standing.TRUSTED, false, staged, new HereExecutor());
        } catch (BundleRefused refused) {
            return null;
        }
        Promise.equal((long) staged.revisions.size(), bundle.manifest().revisions(), "as many revisions as counted");
        Promise.equal(
                (long) staged.attachments.size(), bundle.manifest().attachments(), "as many attachments as counted");
        return new Taken(bundle, staged);
    }

    /** Writes what was taken into a bundle of Aida's; it reads as the same again. */
    static void readsAgain(Taken taken) throws IOException {
        Manifest was = taken.bundle().manifest();
        if (!was.from().equals(Team.AIDA.deviceId())) {
            return;
        }
        Manifest.Draft draft = new Manifest.Draft(
                was.bundle(),
                was.kind(),
                new org.jailoo.history.Writer(was.from(), was.instance()),
                was.serial(),
                was.created(),
                was.to(),
                was.scope(),
                was.since(),
                was.knowledge());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.io.OutputStream wrapped = new Envelope.Gzip().wrap(out)) {
            BundleWriter.write(draft, Team.AIDA, taken.bundle().cards().values(), taken.staged(), wrapped);
        }
        Taken again = read(out.toByteArray());
        Promise.holds(again != null, "what was taken is taken again");
        if (again != null) {
            Promise.equal(
                    again.staged().revisions.keySet(), taken.staged().revisions.keySet(), "the same revisions");
            Promise.equal(again.bundle().cards(), taken.bundle().cards(), "the same cards");
            Promise.equal(again.bundle().manifest().digest(), was.digest(), "the same digest");
        }
    }
}
