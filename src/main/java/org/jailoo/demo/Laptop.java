package org.jailoo.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportResult;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.history.Content;
import org.jailoo.history.RecordState;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** One person's laptop in the story: a notebook and what she does with it. */
final class Laptop implements AutoCloseable {
    final String name;
    final Notebook notebook;
    private final Clock clock;
    private final ExecutorService workers;

    Laptop(Path folder, String name, char[] passphrase, Clock clock, ExecutorService workers) {
        this.name = name;
        this.clock = clock;
        this.workers = workers;
        this.notebook = new NewNotebook(Kdf.FLOOR).create(folder.resolve(name + ".notebook"), passphrase, name);
        notebook.identities().open(passphrase, Content.timeText(clock.instant()), null);
    }

    /** Takes another laptop for the one whose fingerprint was compared. */
    void trust(Laptop other) {
        notebook.inTransaction(() -> {
            notebook.devices().trust(other.notebook.card());
            return other;
        });
    }

    /** A record as it stands, which is held. */
    RecordState state(String record) {
        return notebook.revisions().state(record).orElseThrow();
    }

    SaveRecord.Form open(String type, @Nullable String record) {
        return new SaveRecord(notebook, clock).open(type, record);
    }

    /** Saves, or fails the story: what it writes is right by design. */
    SaveRecord.Form save(SaveRecord.Form form, Map<String, Json> changes) {
        SaveRecord.Outcome outcome = new SaveRecord(notebook, clock).save(form, Json.object(changes));
        if (outcome instanceof SaveRecord.Saved saved) {
            return saved.form();
        }
        throw new IllegalStateException("not saved: " + outcome);
    }

    /** Writes a bundle for others; returns how many revisions went along. */
    long send(Path file, ExportBundle.Choice choice, Laptop... to) throws IOException {
        try {
            List<org.jailoo.identity.Card> cards =
                    List.of(to).stream().map(l -> l.notebook.card()).toList();
            return new ExportBundle(notebook, clock)
                    .export(new ExportBundle.Order(file, cards, choice))
                    .manifest()
                    .revisions();
        } catch (ExportBundle.ReceiverRefused e) {
            throw new IllegalStateException(e);
        }
    }

    ImportResult receive(Path file) throws IOException, BundleRefused {
        return receive(file, false);
    }

    /** Takes in a bundle of the sample, whose laptops are trusted here, where nothing is real. */
    ImportResult receiveSample(Path file) throws IOException, BundleRefused {
        return receive(file, true);
    }

    private ImportResult receive(Path file, boolean trustSender) throws IOException, BundleRefused {
        ImportBundle imports = new ImportBundle(notebook, clock, workers);
        try (ImportBundle.Waiting waiting =
                imports.stage(file, null, new ImportBundle.Allowed(trustSender, false), Progress.NONE)) {
            return waiting.write();
        }
    }

    /** The state lines of all records, hashed: two notebooks are equal if these are. */
    String stateHash() {
        var digest = Sha256.start();
        notebook.revisions()
                .eachRecord(record -> notebook.revisions()
                        .state(record)
                        .ifPresent(state -> digest.update((state.line() + "\n").getBytes(StandardCharsets.UTF_8))));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** How many findings a full check makes. */
    int findings() {
        AtomicInteger findings = new AtomicInteger();
        notebook.integrity().check(finding -> findings.incrementAndGet());
        return findings.get();
    }

    @Override
    public void close() {
        notebook.close();
    }
}
