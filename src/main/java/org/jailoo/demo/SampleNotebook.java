package org.jailoo.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.NewNotebook;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.bundle.Reason;
import org.jailoo.history.Content;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Notebook;

/**
 * A notebook that holds the sample, merged from its bundles in no good order, one of them twice and one of them damaged.
 *
 * <p>It trusts the laptops of the sample, whose keys are no secret. So it is made new each time, and never out of a
 * notebook that holds anything else.
 */
public final class SampleNotebook {
    private SampleNotebook() {}

    /** A new notebook with the sample in it, open; if that fails, what there is of it is closed. */
    public static Notebook create(
            Path file, char[] passphrase, Kdf kdf, Clock clock, ExecutorService workers, Progress progress)
            throws IOException {
        Notebook notebook = new NewNotebook(kdf).create(file, passphrase, "sample");
        boolean filled = false;
        try {
            // Nobody in it is real, and nobody knows its passphrase.
            notebook.identities().open(passphrase, Content.timeText(clock.instant()), null);
            fill(notebook, clock, workers, progress);
            filled = true;
            return notebook;
        } finally {
            if (!filled) {
                notebook.close();
            }
        }
    }

    /**
     * Merges the sample into a notebook that holds nothing.
     *
     * @param progress told the bytes read of all bundles together
     * @throws IllegalStateException if it holds anything
     */
    public static void fill(Notebook notebook, Clock clock, ExecutorService workers, Progress progress)
            throws IOException {
        if (notebook.revisions().recordCount() > 0) {
            throw new IllegalStateException("the sample goes into an empty notebook only");
        }
        Path folder = Files.createTempDirectory("jailoo-sample");
        ImportBundle imports = new ImportBundle(notebook, clock, workers);
        long before = 0;
        try {
            for (String name : order()) {
                Path bundle = SampleData.copy(name, folder);
                long read = before;
                take(imports, bundle, bytes -> progress.read(read + bytes));
                before += Files.size(bundle);
                Files.delete(bundle);
            }
        } finally {
            for (String name : order()) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    /** The last first: merging does not mind. */
    private static List<String> order() {
        List<String> order = new ArrayList<>();
        order.add(SampleData.BASE);
        SampleData.VILLAGES.forEach(village -> order.add(SampleData.of(village)));
        order.addAll(SampleData.OFFICE);
        order.add(SampleData.CUT);
        order.add(SampleData.AGAIN);
        order.add(SampleData.RECEIPT);
        Collections.reverse(order);
        return order;
    }

    private static void take(ImportBundle imports, Path bundle, Progress progress) throws IOException {
        try (ImportBundle.Waiting waiting =
                imports.stage(bundle, null, new ImportBundle.Allowed(true, false), progress)) {
            waiting.write();
        } catch (BundleRefused e) {
            if (e.reason() != Reason.TRUNCATED || !bundle.endsWith(SampleData.CUT)) {
                throw new IOException(
                        "a bundle of the sample is refused: " + e.reason().code(), e);
            }
        }
    }
}
