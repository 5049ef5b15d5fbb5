package org.jailoo.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jailoo.bundle.Bundle;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Progress;
import org.jailoo.bundle.Trust;
import org.jailoo.bundle.UnverifiedBundle;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Scratch;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a bundle: verified whole and staged first, then looked at, then written in one transaction or not at all.
 */
public final class ImportBundle {
    private final Notebook notebook;
    private final Clock clock;
    private final ExecutorService workers;

    /** With the threads that verify hashes and signatures. */
    public ImportBundle(Notebook notebook, Clock clock, ExecutorService workers) {
        this.notebook = notebook;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * What the person allows beforehand.
     *
     * @param trustSender takes the bundle of an unknown sender and trusts it from then on
     * @param acceptPurges accepts every purge in the bundle, as a person who was asked and said yes
     */
    public record Allowed(boolean trustSender, boolean acceptPurges) {}

    /** A verified bundle that waits to be written. Nothing of it can be read once this is closed. */
    public final class Waiting implements AutoCloseable {
        private final Scratch scratch;
        private final Bundle bundle;
        private final Allowed allowed;

        private Waiting(Scratch scratch, Bundle bundle, Allowed allowed) {
            this.scratch = scratch;
            this.bundle = bundle;
            this.allowed = allowed;
        }

        /** What the bundle says of itself, and its counts. */
        public Bundle bundle() {
            return bundle;
        }

        /** What writing it would do, as the notebook stands now; nothing is written. */
        public ImportResult preview() {
            return scratch.awake(() -> {
                scratch.fates().clear();
                return merge().preview();
            });
        }

        /** Its records, each as it would become; what becomes of them is known once there was a preview. */
        public ComingRecords records() {
            return new ComingRecords(notebook, scratch, bundle);
        }

        /** Writes it, in one transaction; it waits no more then, and is to be closed. */
        public ImportResult write() {
            return scratch.last(() -> merge().write());
        }

        private Merge merge() {
            return new Merge(
                    notebook,
                    scratch,
                    bundle,
                    new Merge.Rules(allowed.trustSender(), allowed.acceptPurges(), false),
                    clock.instant());
        }

        @Override
        public void close() {
            scratch.close();
        }
    }

    /**
     * Reads, verifies and stages a file; the notebook is not touched.
     *
     * @param passphrase for a file under one, tried where it is given
     * @throws BundleRefused with the reason, of which the person is told
     */
    public Waiting stage(Path file, char @Nullable [] passphrase, Allowed allowed, Progress progress)
            throws IOException, BundleRefused {
        return stage(file, passphrase, allowed, progress, claims -> {});
    }

    /**
     * The same, telling early what the file says of itself: who to ask, should it be refused. Anybody may have written
     * that.
     */
    public Waiting stage(
            Path file, char @Nullable [] passphrase, Allowed allowed, Progress progress, Consumer<Manifest> claims)
            throws IOException, BundleRefused {
        NoRoom.check(Files.size(file), notebook.freeSpace());
        Scratch scratch = notebook.newScratch();
        boolean done = false;
        try (UnverifiedBundle unverified = UnverifiedBundle.open(
                new BufferedInputStream(Files.newInputStream(file)),
                List.of(notebook.device().identity()),
                passphrase,
                progress)) {
            claims.accept(unverified.manifest());
            Bundle bundle =
                    unverified.verify(this::standing, allowed.trustSender(), new ScratchStaging(scratch), workers);
            scratch.rest();
            done = true;
            return new Waiting(scratch, bundle, allowed);
        } finally {
            if (!done) {
                scratch.close();
            }
        }
    }

    private Trust.Standing standing(String device) {
        return switch (notebook.devices().trust(device)) {
            case UNKNOWN -> Trust.Standing.UNKNOWN;
            case TRUSTED -> Trust.Standing.TRUSTED;
            case BLOCKED -> Trust.Standing.BLOCKED;
        };
    }
}
